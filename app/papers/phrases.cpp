// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/phrases.h"

namespace ow::papers {

using namespace Qt::StringLiterals;
using Values = QMap<QString, QString>;

namespace {

QString count(int number)
{
    return number > 0 ? QString::number(number) : QString();
}

QString channelPhrase(domain::Channel channel)
{
    switch (channel) {
    case domain::Channel::Window:
        return u"channelWindow"_s;
    case domain::Channel::Online:
        return u"channelOnline"_s;
    case domain::Channel::Post:
        return u"channelPost"_s;
    case domain::Channel::Assisted:
        return u"channelAssisted"_s;
    case domain::Channel::Kiosk:
        return u"channelKiosk"_s;
    }
    return {};
}

} // namespace

QString dateWords(const PaperTemplate& paper, const QDate& date)
{
    if (!date.isValid()) {
        return {};
    }
    return phrase(paper, u"date"_s,
                  {{u"year"_s, QString::number(date.year())},
                   {u"month"_s, QString::number(date.month())},
                   {u"day"_s, QString::number(date.day())}});
}

namespace {

QString materialWords(const PaperTemplate& paper, const std::vector<PaperMaterial>& materials)
{
    if (materials.empty()) {
        return {};
    }
    QStringList items;
    int copies = 0;
    int pages = 0;
    for (const PaperMaterial& material : materials) {
        const QString amount =
            phrase(paper, u"materialAmount"_s,
                   {{u"copies"_s, count(material.copies)}, {u"pages"_s, count(material.pages)}});
        items += phrase(paper, u"materialItem"_s,
                        {{u"name"_s, printable(material.name)}, {u"amount"_s, amount.trimmed()}});
        copies += material.copies;
        pages += material.pages;
    }
    return items.join(phrase(paper, u"join"_s)) +
           phrase(paper, u"materialTotal"_s,
                  {{u"count"_s, count(static_cast<int>(materials.size()))},
                   {u"copies"_s, count(copies)},
                   {u"pages"_s, count(pages)}});
}

/// A clause is put into a sentence: its own full stop or comma would end the sentence too early.
QString clause(QString words)
{
    while (words.endsWith(u'。') || words.endsWith(u'，') || words.endsWith(u'；')) {
        words.chop(1);
    }
    return words;
}

void addDates(Values& values, const PaperTemplate& paper, const PaperRequest& request)
{
    values.insert(u"receivedOn"_s, dateWords(paper, request.receivedOn));
    values.insert(u"completedOn"_s, dateWords(paper, request.completedOn));
    values.insert(u"promisedDue"_s, dateWords(paper, request.promisedDue));
    values.insert(u"statutoryDue"_s, dateWords(paper, request.statutoryDue));
    values.insert(u"supplyBy"_s, dateWords(paper, request.supplyBy));
    values.insert(u"answerDue"_s, dateWords(paper, request.answerDue));
    values.insert(u"decidedOn"_s, dateWords(paper, request.decidedOn));
    values.insert(u"issuedOn"_s, dateWords(paper, request.issuedOn));
}

} // namespace

const QMap<QString, QStringList>& phraseTable()
{
    static const QMap<QString, QStringList> table{
        {u"person"_s, {}},
        {u"organisation"_s, {}},
        {u"date"_s, {u"year"_s, u"month"_s, u"day"_s}},
        {u"join"_s, {}},
        {u"materialItem"_s, {u"name"_s, u"amount"_s}},
        {u"materialAmount"_s, {u"copies"_s, u"pages"_s}},
        {u"materialTotal"_s, {u"count"_s, u"copies"_s, u"pages"_s}},
        {u"pageOf"_s, {u"page"_s, u"pages"_s}},
        {u"sealHint"_s, {}},
        {u"trainingWatermark"_s, {}},
        {u"trainingLine"_s, {}},
        {u"channelWindow"_s, {}},
        {u"channelOnline"_s, {}},
        {u"channelPost"_s, {}},
        {u"channelAssisted"_s, {}},
        {u"channelKiosk"_s, {}},
    };
    return table;
}

QMap<QString, QString> placeholderValues(const PaperTemplate& paper, const PaperRequest& request)
{
    Values values{
        {u"number"_s, printable(request.number)},
        {u"caseNumber"_s, printable(request.caseNumber)},
        {u"itemCode"_s, printable(request.itemCode)},
        {u"itemName"_s, printable(request.itemName)},
        {u"legalBasis"_s, clause(printable(request.legalBasis))},
        {u"counting"_s, printable(request.counting)},
        {u"remedies"_s, printable(request.remedies, true)},
        {u"addressee"_s, printable(request.addressee)},
        {u"agentName"_s, printable(request.agentName)},
        {u"maskedId"_s, printable(request.maskedId)},
        {u"reason"_s, printable(request.reason, true)},
        {u"relatedNumber"_s, printable(request.relatedNumber)},
        {u"passedTo"_s, printable(request.passedTo)},
        {u"resultName"_s, printable(request.resultName)},
        {u"resultValidity"_s, printable(request.resultValidity)},
        {u"toFetch"_s, printable(request.toFetch)},
        {u"service"_s, printable(request.service)},
        {u"authority"_s, printable(request.authority)},
        {u"windowName"_s, printable(request.windowName)},
        {u"windowPhone"_s, printable(request.windowPhone)},
        {u"staffName"_s, printable(request.staffName)},
        {u"chiefName"_s, printable(request.chiefName)},
        {u"delivery"_s, printable(request.delivery)},
        {u"fee"_s, printable(request.fee)},
        {u"shortHash"_s, printable(request.shortHash)},
        {u"seq"_s, request.seq > 0 ? QString::number(request.seq) : QString()},
        {u"findingCount"_s, count(static_cast<int>(request.findings.size()))},
        {u"adviceCount"_s, count(static_cast<int>(request.advice.size()))},
    };
    addDates(values, paper, request);
    const bool person = request.addresseeKind == AddresseeKind::Person;
    values.insert(u"you"_s, phrase(paper, person ? u"person"_s : u"organisation"_s));
    values.insert(u"channel"_s, phrase(paper, channelPhrase(request.channel)));
    QStringList situations;
    for (const QString& situation : request.situations) {
        situations += printable(situation);
    }
    values.insert(u"situations"_s, situations.join(phrase(paper, u"join"_s)));
    values.insert(u"materials"_s, materialWords(paper, request.materials));
    return values;
}

const QStringList& knownPlaceholders()
{
    static const QStringList names = placeholderValues({}, {}).keys();
    return names;
}

QString phrase(const PaperTemplate& paper, const QString& name, const Values& values)
{
    return plain(paper.phrases.value(name).fill(values));
}

QString printable(const QString& words, bool keepLines)
{
    QString clean;
    clean.reserve(words.size());
    for (const QChar c : words) {
        const bool isBreak = c == u'\n' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
        if (isBreak && keepLines) {
            clean += u'\n';
        } else if (isBreak || c == u'\t' || c == u' ' || c == QChar::Nbsp) {
            if (!clean.endsWith(u' ')) {
                clean += u' ';
            }
        } else if (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format &&
                   !(c.unicode() >= 0xFE00 && c.unicode() <= 0xFE0F)) {
            clean += c;
        }
    }
    return clean.trimmed();
}

QString plain(const StyledText& text)
{
    QString words;
    for (const StyledRun& run : text) {
        words += run.text;
    }
    return words;
}

} // namespace ow::papers
