// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/exportpages.h"

#include "desk/exportwords.h"
#include "domain/legaldate.h"
#include "ledger/entrystore.h"
#include "record/canonical.h"

#include <QCborArray>
#include <QCborMap>
#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace ow::desk {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseExport)
};

constexpr int kDepth = 8; ///< bodies are flat; what lies deeper names no file

QString endingOf(const QString& mime)
{
    static const QHash<QString, QString> endings{{QStringLiteral("application/pdf"), QStringLiteral("pdf")},
                                                 {QStringLiteral("image/jpeg"), QStringLiteral("jpg")},
                                                 {QStringLiteral("image/png"), QStringLiteral("png")},
                                                 {QStringLiteral("image/tiff"), QStringLiteral("tif")}};
    return endings.value(mime, QStringLiteral("bin"));
}

/// Walks bodies for the files they name.
class Gatherer
{
public:
    explicit Gatherer(std::vector<Attachment>& to)
        : m_to(to)
    {
    }

    void paper(const domain::PaperRef& paper)
    {
        if (!paper.blob.isEmpty() && !m_known.contains(paper.blob)) {
            add({QStringLiteral("papers/%1-%2.pdf").arg(next()).arg(paper.kind), paper.blob, paper.kind,
                 paper.number, true});
        }
    }

    void walk(const QCborValue& value, const QString& material, int depth)
    {
        if (depth > kDepth) {
            return;
        }
        if (value.isArray()) {
            for (const QCborValue& one : value.toArray()) {
                walk(one, material, depth + 1);
            }
        } else if (value.isMap()) {
            const QCborMap map = value.toMap();
            const bool isMaterial = map.contains(QLatin1StringView("files"));
            const QString id = isMaterial ? map.value(QLatin1StringView("id")).toString() : material;
            file(map, id);
            for (const auto& [key, member] : map) {
                walk(member, id, depth + 1);
            }
        }
    }

    void rest(const record::BlobRef& blob)
    {
        if (!m_known.contains(blob.id)) {
            add({QStringLiteral("materials/%1.bin").arg(next()), blob.id, {}, {}, false});
        }
    }

private:
    void file(const QCborMap& map, const QString& material)
    {
        const QString blob = map.value(QLatin1StringView("blob")).toString();
        if (blob.isEmpty() || m_known.contains(blob)) {
            return;
        }
        const QString ending = endingOf(map.value(QLatin1StringView("mime")).toString());
        const QString name = record::isToken(material) ? QString(u'-' + material) : QString();
        add({QStringLiteral("materials/%1%2.%3").arg(next(), name, ending), blob, material,
             map.value(QLatin1StringView("title")).toString(), false});
    }

    void add(Attachment made)
    {
        m_known.insert(made.blob);
        m_to.push_back(std::move(made));
    }

    [[nodiscard]] QString next() const
    {
        return QStringLiteral("%1").arg(m_to.size() + 1, 3, 10, QLatin1Char('0'));
    }

    std::vector<Attachment>& m_to;
    QSet<QString> m_known;
};

QString cell(const QString& text)
{
    return QStringLiteral("<td>") + text.toHtmlEscaped() + QStringLiteral("</td>");
}

QString row(const QStringList& cells)
{
    QString made = QStringLiteral("<tr>");
    for (const QString& text : cells) {
        made += cell(text);
    }
    return made + QStringLiteral("</tr>\n");
}

QString heading(const QString& text)
{
    return QStringLiteral("<h2>") + text.toHtmlEscaped() + QStringLiteral("</h2>\n");
}

QString head(const QStringList& cells)
{
    QString made = QStringLiteral("<table><tr>");
    for (const QString& text : cells) {
        made += QStringLiteral("<th>") + text.toHtmlEscaped() + QStringLiteral("</th>");
    }
    return made + QStringLiteral("</tr>\n");
}

QString momentOf(qint64 at)
{
    return domain::legalTime(at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString peopleTable(const domain::Intake& intake)
{
    QString table = head({Words::tr("Role"), Words::tr("Name"), Words::tr("Number"), Words::tr("Telephone"),
                          Words::tr("Address")});
    const domain::Applicant& applicant = intake.applicant;
    table +=
        row({Words::tr("Applicant"), applicant.name, applicant.idNumber, applicant.phone, applicant.address});
    if (intake.agent) {
        table +=
            row({Words::tr("Agent"), intake.agent->name, intake.agent->idNumber, intake.agent->phone, {}});
    }
    return table + QStringLiteral("</table>\n");
}

QString entriesTable(const ExportIndex& index)
{
    QString table = head({Words::tr("No."), Words::tr("Time"), Words::tr("What"), Words::tr("Who"),
                          Words::tr("Window"), Words::tr("Centre")});
    const auto add = [&](const std::vector<ledger::TimelineEntry>& entries) {
        for (const ledger::TimelineEntry& entry : entries) {
            const record::EntryHeader& header = entry.entry.header;
            table += row({QString::number(header.seq), momentOf(header.at), exportKindWord(header.kind),
                          index.names.value(header.actor, header.actor), header.station,
                          exportStateWord(entry.state)});
        }
    };
    add(index.history.entries);
    add(index.looks);
    return table + QStringLiteral("</table>\n");
}

QString filesTable(const ExportIndex& index, const domain::Guide* guide)
{
    QString table = head({Words::tr("File"), Words::tr("What"), Words::tr("Title")});
    for (const Attachment& file : index.files) {
        const QString path = file.path.toHtmlEscaped();
        const bool gone = index.missing.contains(file.path);
        const domain::GuideMaterial* material = guide == nullptr ? nullptr : guide->material(file.about);
        table += QStringLiteral("<tr><td>") +
                 (gone ? path + QStringLiteral(" (") + Words::tr("not at this window").toHtmlEscaped() + u')'
                       : QStringLiteral("<a href=\"%1\">%1</a>").arg(path)) +
                 QStringLiteral("</td>") +
                 cell(file.isPaper ? Words::tr("Paper") : (material ? material->name : file.about)) +
                 cell(file.title) + QStringLiteral("</tr>\n");
    }
    return table + QStringLiteral("</table>\n");
}

} // namespace

std::vector<Attachment> attachmentsOf(const ledger::CaseHistory& history)
{
    std::vector<Attachment> files;
    Gatherer gatherer(files);
    for (const domain::PaperRef& paper : history.file.papers) {
        gatherer.paper(paper);
    }
    for (const ledger::TimelineEntry& entry : history.entries) {
        gatherer.walk(entry.what, {}, 0);
        for (const record::BlobRef& blob : entry.entry.header.blobs) {
            gatherer.rest(blob);
        }
    }
    return files;
}

QByteArray entryDocument(const ledger::TimelineEntry& entry)
{
    const record::Entry& raw = entry.entry;
    const auto hex = [](const QByteArray& bytes) { return QString::fromLatin1(bytes.toHex()); };
    QCborMap centre{{QStringLiteral("state"), QString(ledger::entryStateKey(entry.state))},
                    {QStringLiteral("flags"), QCborArray::fromStringList(entry.flags)},
                    {QStringLiteral("reason"), entry.reason}};
    if (entry.order) {
        centre.insert(QStringLiteral("order"), *entry.order);
    }
    QCborMap map{{QStringLiteral("header"), record::parseJson(raw.headerBytes).value_or(QCborValue())},
                 {QStringLiteral("body_hash"), hex(raw.bodyHash)},
                 {QStringLiteral("prev"), hex(raw.prev)},
                 {QStringLiteral("hash"), hex(raw.hash)},
                 {QStringLiteral("mac"), hex(raw.mac)},
                 {QStringLiteral("centre"), centre},
                 {QStringLiteral("counts"), entry.folded}};
    if (entry.bodyKnown) {
        map.insert(QStringLiteral("body"), entry.what);
    }
    return QJsonDocument(map.toJsonObject()).toJson(QJsonDocument::Indented);
}

QByteArray indexPage(const ExportIndex& index, const HouseRules& rules)
{
    const domain::CaseFile& file = index.history.file;
    const auto guide = rules.catalogue.find(file.intake.guide);
    QString page = QStringLiteral("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title>\n"
                                  "<style>body{font-family:sans-serif;margin:2em}table{border-collapse:"
                                  "collapse}td,th{border:1px solid #888;padding:.3em .6em;text-align:left}"
                                  "</style></head><body>\n<h1>%1</h1>\n")
                       .arg(file.number.toHtmlEscaped());
    page += QStringLiteral("<table>\n") +
            row({Words::tr("Item"), guide ? guide->name : file.intake.guide.code}) +
            row({Words::tr("State"), exportCaseStateWord(file.state)}) +
            row({Words::tr("Received on"), file.receivedOn.toString(Qt::ISODate)}) +
            row({Words::tr("Exported"), Words::tr("%1 by %2").arg(momentOf(index.at), index.by)}) +
            QStringLiteral("</table>\n");
    if (index.history.forgotten) {
        page += QStringLiteral("<p>") +
                Words::tr("What was personal in this case has been deleted as its retention ended.")
                    .toHtmlEscaped() +
                QStringLiteral("</p>\n");
    } else {
        page += heading(Words::tr("People")) + peopleTable(file.intake);
    }
    page += heading(Words::tr("Entries")) + entriesTable(index);
    page += heading(Words::tr("Papers and materials")) + filesTable(index, guide.get());
    page +=
        QStringLiteral("<p>") +
        Words::tr("manifest.json names the SM3 of every file. entries.jsonl holds the entries as they were "
                  "hashed; anybody can check them by the ledger's published format.")
            .toHtmlEscaped() +
        QStringLiteral("</p>\n</body></html>\n");
    return page.toUtf8();
}

} // namespace ow::desk
