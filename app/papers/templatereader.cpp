// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/templatereader.h"

#include "papers/phrases.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace ow::papers {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxBlocks = 64;
constexpr qsizetype kMaxRows = 64;
constexpr qsizetype kMaxColumns = 2;

/// Reads members of one document and gathers what is wrong with them.
class Reading
{
public:
    explicit Reading(QString file)
        : m_file(std::move(file))
    {
    }

    PaperTemplate paper(const QJsonObject& root);

    void fault(const QString& path, const QString& reason) { m_faults.push_back({m_file, path, reason}); }

    [[nodiscard]] const TemplateFaults& faults() const { return m_faults; }

private:
    void onlyMembers(const QJsonObject& object, const QString& path, const QStringList& known);
    QString words(const QJsonObject& object, const QString& path, const QString& name);
    QJsonArray array(const QJsonObject& object, const QString& path, const QString& name, qsizetype most);
    QStringList strings(const QJsonObject& object, const QString& path, const QString& name, qsizetype most);
    TemplateText text(const QJsonValue& value, const QString& path, const QStringList& known);
    TemplateText text(const QJsonObject& object, const QString& path, const QString& name,
                      const QStringList& known);

    void regimes(const QJsonObject& root, PaperTemplate& paper);
    void phrases(const QJsonObject& root, PaperTemplate& paper);
    void copies(const QJsonObject& root, PaperTemplate& paper);
    TemplateBlock block(const QJsonObject& object, const QString& path, const PaperTemplate& paper);
    ParagraphBlock paragraph(const QJsonObject& object, const QString& path, const QStringList& known);
    TableBlock table(const QJsonObject& object, const QString& path, const QStringList& known);
    FindingsBlock findings(const QJsonObject& object, const QString& path, const QStringList& known);
    ClosingBlock closing(const QJsonObject& object, const QString& path, const QStringList& known);
    SignaturesBlock signatures(const QJsonObject& object, const QString& path, const QStringList& known);
    [[nodiscard]] static QStringList placeholdersFor(const QStringList& regimes, const PaperTemplate& paper);

    QString m_file;
    TemplateFaults m_faults;
};

QString at(const QString& path, const QString& name)
{
    return path + u'/' + name;
}

QString at(const QString& path, qsizetype index)
{
    return path + u'/' + QString::number(index);
}

void Reading::onlyMembers(const QJsonObject& object, const QString& path, const QStringList& known)
{
    for (const QString& name : object.keys()) {
        if (!known.contains(name)) {
            fault(at(path, name), u"unknown member"_s);
        }
    }
}

QString Reading::words(const QJsonObject& object, const QString& path, const QString& name)
{
    const QJsonValue value = object.value(name);
    if (!value.isString() || value.toString().isEmpty()) {
        fault(at(path, name), u"text expected"_s);
    }
    return value.toString();
}

QJsonArray Reading::array(const QJsonObject& object, const QString& path, const QString& name, qsizetype most)
{
    const QJsonArray list = object.value(name).toArray();
    if (list.isEmpty() || list.size() > most) {
        fault(at(path, name), u"list of 1 to %1 expected"_s.arg(most));
        return {};
    }
    return list;
}

QStringList Reading::strings(const QJsonObject& object, const QString& path, const QString& name,
                             qsizetype most)
{
    QStringList list;
    const QJsonArray values = array(object, path, name, most);
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!values.at(i).isString()) {
            fault(at(at(path, name), i), u"text expected"_s);
        }
        list += values.at(i).toString();
    }
    return list;
}

TemplateText Reading::text(const QJsonValue& value, const QString& path, const QStringList& known)
{
    if (!value.isString()) {
        fault(path, u"text expected"_s);
        return {};
    }
    tl::expected<TemplateText, QString> parsed = TemplateText::parse(value.toString());
    if (!parsed) {
        fault(path, parsed.error());
        return {};
    }
    for (const QString& name : parsed->placeholders()) {
        if (!known.contains(name)) {
            fault(path, u"unknown placeholder {%1}"_s.arg(name));
        }
    }
    return *parsed;
}

TemplateText Reading::text(const QJsonObject& object, const QString& path, const QString& name,
                           const QStringList& known)
{
    return text(object.value(name), at(path, name), known);
}

void Reading::regimes(const QJsonObject& root, PaperTemplate& paper)
{
    const QString path = u"/regimes"_s;
    const QJsonObject list = root.value(u"regimes"_s).toObject();
    if (list.isEmpty()) {
        fault(path, u"at least one regime expected"_s);
    }
    for (const QString& code : list.keys()) {
        const QString here = at(path, code);
        const QJsonObject object = list.value(code).toObject();
        onlyMembers(object, here, {u"title"_s, u"words"_s, u"required"_s});
        RegimeWords regime;
        regime.title = words(object, here, u"title"_s);
        const QJsonObject own = object.value(u"words"_s).toObject();
        for (const QString& name : own.keys()) {
            if (knownPlaceholders().contains(name)) {
                fault(at(at(here, u"words"_s), name), u"name of a value of the request"_s);
            }
            regime.words.insert(name, own.value(name).toString());
        }
        regime.required = strings(object, here, u"required"_s, knownPlaceholders().size());
        for (const QString& name : std::as_const(regime.required)) {
            if (!knownPlaceholders().contains(name)) {
                fault(at(here, u"required"_s), u"unknown placeholder {%1}"_s.arg(name));
            }
        }
        paper.regimes.insert(code, regime);
    }
}

void Reading::phrases(const QJsonObject& root, PaperTemplate& paper)
{
    const QString path = u"/phrases"_s;
    const QJsonObject list = root.value(u"phrases"_s).toObject();
    onlyMembers(list, path, phraseTable().keys());
    for (auto it = phraseTable().begin(); it != phraseTable().end(); ++it) {
        paper.phrases.insert(it.key(), text(list, path, it.key(), it.value()));
    }
}

void Reading::copies(const QJsonObject& root, PaperTemplate& paper)
{
    const QJsonArray list = array(root, {}, u"copies"_s, 2);
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString here = at(u"/copies"_s, i);
        const QJsonObject object = list.at(i).toObject();
        onlyMembers(object, here, {u"copy"_s, u"label"_s});
        const QString copy = object.value(u"copy"_s).toString();
        if (copy != u"applicant"_s && copy != u"office"_s) {
            fault(at(here, u"copy"_s), u"applicant or office expected"_s);
        }
        paper.copies.push_back({copy == u"office"_s ? PaperCopy::Office : PaperCopy::Applicant,
                                words(object, here, u"label"_s)});
    }
}

/// What a block may use: the request's values and those words that all of its regimes have.
QStringList Reading::placeholdersFor(const QStringList& regimes, const PaperTemplate& paper)
{
    QStringList names = knownPlaceholders();
    QStringList own;
    bool first = true;
    for (auto it = paper.regimes.begin(); it != paper.regimes.end(); ++it) {
        if (!regimes.isEmpty() && !regimes.contains(it.key())) {
            continue;
        }
        const QStringList keys = it->words.keys();
        if (first) {
            own = keys;
        } else {
            own.removeIf([&](const QString& name) { return !keys.contains(name); });
        }
        first = false;
    }
    return names + own;
}

ParagraphBlock Reading::paragraph(const QJsonObject& object, const QString& path, const QStringList& known)
{
    onlyMembers(object, path, {u"type"_s, u"regimes"_s, u"style"_s, u"text"_s});
    ParagraphBlock block;
    block.text = text(object, path, u"text"_s, known);
    const QString style = object.value(u"style"_s).toString(u"body"_s);
    if (style == u"flush"_s) {
        block.style = ParagraphBlock::Style::Flush;
    } else if (style == u"heading"_s) {
        block.style = ParagraphBlock::Style::Heading;
    } else if (style != u"body"_s) {
        fault(at(path, u"style"_s), u"body, flush or heading expected"_s);
    }
    return block;
}

TableBlock Reading::table(const QJsonObject& object, const QString& path, const QStringList& known)
{
    onlyMembers(object, path, {u"type"_s, u"regimes"_s, u"rows"_s});
    TableBlock block;
    const QJsonArray rows = array(object, path, u"rows"_s, kMaxRows);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QString rowPath = at(at(path, u"rows"_s), i);
        const QJsonArray cells = rows.at(i).toArray();
        if (cells.isEmpty() || cells.size() > kMaxColumns) {
            fault(rowPath, u"one or two cells expected"_s);
        }
        std::vector<TableBlock::Cell> row;
        for (qsizetype k = 0; k < cells.size(); ++k) {
            const QJsonObject cell = cells.at(k).toObject();
            const QString here = at(rowPath, k);
            onlyMembers(cell, here, {u"label"_s, u"value"_s});
            row.push_back({words(cell, here, u"label"_s), text(cell, here, u"value"_s, known)});
        }
        block.rows.push_back(std::move(row));
    }
    return block;
}

FindingsBlock Reading::findings(const QJsonObject& object, const QString& path, const QStringList& known)
{
    onlyMembers(object, path, {u"type"_s, u"regimes"_s, u"list"_s, u"heading"_s, u"basis"_s, u"where"_s});
    FindingsBlock block;
    const QString list = object.value(u"list"_s).toString();
    if (list != u"findings"_s && list != u"advice"_s) {
        fault(at(path, u"list"_s), u"findings or advice expected"_s);
    }
    block.advice = list == u"advice"_s;
    block.heading = text(object, path, u"heading"_s, known);
    block.basis = text(object, path, u"basis"_s, known + QStringList{u"basis"_s, u"due"_s});
    block.where = text(object, path, u"where"_s, known + QStringList{u"where"_s, u"due"_s});
    return block;
}

ClosingBlock Reading::closing(const QJsonObject& object, const QString& path, const QStringList& known)
{
    onlyMembers(object, path, {u"type"_s, u"regimes"_s, u"besideCode"_s, u"authority"_s, u"date"_s});
    ClosingBlock block;
    block.authority = text(object, path, u"authority"_s, known);
    block.date = text(object, path, u"date"_s, known);
    const QJsonArray beside = array(object, path, u"besideCode"_s, 4);
    for (qsizetype i = 0; i < beside.size(); ++i) {
        block.besideCode.push_back(text(beside.at(i), at(at(path, u"besideCode"_s), i), known));
    }
    return block;
}

SignaturesBlock Reading::signatures(const QJsonObject& object, const QString& path, const QStringList& known)
{
    onlyMembers(object, path, {u"type"_s, u"regimes"_s, u"rows"_s});
    SignaturesBlock block;
    const QJsonArray rows = array(object, path, u"rows"_s, 8);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QString rowPath = at(at(path, u"rows"_s), i);
        const QJsonArray cells = rows.at(i).toArray();
        if (cells.isEmpty() || cells.size() > kMaxColumns) {
            fault(rowPath, u"one or two cells expected"_s);
        }
        std::vector<SignaturesBlock::Cell> row;
        for (qsizetype k = 0; k < cells.size(); ++k) {
            const QJsonObject cell = cells.at(k).toObject();
            onlyMembers(cell, at(rowPath, k), {u"text"_s, u"fill"_s});
            row.push_back({text(cell, at(rowPath, k), u"text"_s, known), cell.value(u"fill"_s).toBool()});
        }
        block.rows.push_back(std::move(row));
    }
    return block;
}

TemplateBlock Reading::block(const QJsonObject& object, const QString& path, const PaperTemplate& paper)
{
    TemplateBlock block;
    if (object.contains(u"regimes"_s)) {
        block.regimes = strings(object, path, u"regimes"_s, paper.regimes.size());
        for (const QString& code : std::as_const(block.regimes)) {
            if (!paper.regimes.contains(code)) {
                fault(at(path, u"regimes"_s), u"unknown regime %1"_s.arg(code));
            }
        }
    }
    const QStringList known = placeholdersFor(block.regimes, paper);
    const QString type = object.value(u"type"_s).toString();
    if (type == u"paragraph"_s) {
        block.content = paragraph(object, path, known);
    } else if (type == u"table"_s) {
        block.content = table(object, path, known);
    } else if (type == u"findings"_s) {
        block.content = findings(object, path, known);
    } else if (type == u"closing"_s) {
        block.content = closing(object, path, known);
    } else if (type == u"signatures"_s) {
        block.content = signatures(object, path, known);
    } else {
        fault(at(path, u"type"_s), u"unknown type of block"_s);
    }
    return block;
}

PaperTemplate Reading::paper(const QJsonObject& root)
{
    onlyMembers(root, {},
                {u"id"_s, u"version"_s, u"kind"_s, u"copies"_s, u"regimes"_s, u"phrases"_s, u"blocks"_s});
    PaperTemplate paper;
    paper.id = words(root, {}, u"id"_s);
    paper.version = root.value(u"version"_s).toInt();
    if (paper.version < 1) {
        fault(u"/version"_s, u"whole number from 1 expected"_s);
    }
    const std::optional<PaperKind> kind = paperKindFromKey(root.value(u"kind"_s).toString());
    if (!kind) {
        fault(u"/kind"_s, u"unknown kind of paper"_s);
    }
    paper.kind = kind.value_or(PaperKind::Acceptance);
    copies(root, paper);
    regimes(root, paper);
    phrases(root, paper);
    const QJsonArray blocks = array(root, {}, u"blocks"_s, kMaxBlocks);
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        paper.blocks.push_back(block(blocks.at(i).toObject(), at(u"/blocks"_s, i), paper));
    }
    return paper;
}

} // namespace

domain::Error toError(const TemplateFaults& faults)
{
    if (faults.empty()) {
        return {domain::ErrorCode::TemplateInvalid, {}, {}};
    }
    const TemplateFault& first = faults.front();
    QString detail = u"%1: %2: %3"_s.arg(first.file, first.path, first.reason);
    if (faults.size() > 1) {
        detail += u" (and %1 more)"_s.arg(faults.size() - 1);
    }
    return {domain::ErrorCode::TemplateInvalid, detail, first.path};
}

tl::expected<PaperTemplate, TemplateFaults> TemplateReader::read(const QByteArray& json, const QString& file)
{
    Reading reading(file);
    if (json.size() > kMaxBytes) {
        reading.fault({}, u"larger than %1 bytes"_s.arg(kMaxBytes));
        return tl::unexpected(reading.faults());
    }
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
    if (!document.isObject()) {
        reading.fault({}, u"not a JSON object: %1 at %2"_s.arg(parse.errorString()).arg(parse.offset));
        return tl::unexpected(reading.faults());
    }
    PaperTemplate paper = reading.paper(document.object());
    if (!reading.faults().empty()) {
        return tl::unexpected(reading.faults());
    }
    return paper;
}

} // namespace ow::papers
