// SPDX-License-Identifier: GPL-3.0-or-later
//
// Makes resources/pinyin/readings.json: for every character of GB 2312 (levels 1 and 2) its readings without
// tones. ICU knows one reading a character; overrides.json adds the others of polyphones and the phrases that
// decide between them. Run by hand after a change of overrides.json; `--check` (a test) says whether the file
// is current.
//
//     ow_makereadings OVERRIDES.json READINGS.json [--check]

#include <QByteArray>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringDecoder>
#include <QStringList>
#include <QTextStream>

#include <unicode/translit.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>
#include <optional>

namespace {

using Readings = QMap<QChar, QStringList>;

/// Every character of GB 2312 from 啊 to the last one of level 2, by way of its two-byte code.
QString gb2312()
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open("gb18030", &status);
    QString all;
    for (int row = 0xB0; row <= 0xF7 && U_SUCCESS(status); ++row) {
        for (int cell = 0xA1; cell <= 0xFE; ++cell) {
            const char bytes[] = {static_cast<char>(row), static_cast<char>(cell)};
            UChar out[4] = {};
            const int32_t size = ucnv_toUChars(converter, out, 4, bytes, 2, &status);
            if (size == 1 && out[0] >= 0x4E00 && out[0] <= 0x9FFF) {
                all.append(QChar(out[0]));
            }
        }
    }
    ucnv_close(converter);
    return all;
}

/// "lǚ" is typed lv by most input methods and lu by the rest.
QStringList withPlainU(const QString& reading)
{
    QString plain = reading;
    plain.replace(u'v', u'u');
    return plain == reading ? QStringList{reading} : QStringList{reading, plain};
}

QStringList typedForms(const icu::UnicodeString& syllable)
{
    const QString marked =
        QString::fromUtf16(syllable.getBuffer(), syllable.length()).normalized(QString::NormalizationForm_D);
    QString plain;
    bool umlaut = false;
    for (const QChar c : marked) {
        if (c == QChar(0x0308)) {
            umlaut = true;
        } else if (c.unicode() < 0x80) {
            plain.append(c);
        }
    }
    if (umlaut) {
        plain.replace(plain.indexOf(u'u'), 1, u'v');
    }
    return withPlainU(plain);
}

std::optional<Readings> readIcu()
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> latin(
        icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) {
        return std::nullopt;
    }
    Readings readings;
    for (const QChar character : gb2312()) {
        icu::UnicodeString text(static_cast<UChar>(character.unicode()));
        latin->transliterate(text);
        const QStringList forms = typedForms(text);
        if (!forms.first().isEmpty()) {
            readings.insert(character, forms);
        }
    }
    return readings;
}

std::optional<QJsonObject> readObject(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

/// The override lists all readings, so ICU's own must be among them: a slip of the pen is found here.
bool apply(Readings& readings, const QJsonObject& overrides, QTextStream& errors)
{
    bool good = true;
    for (auto it = overrides.begin(); it != overrides.end(); ++it) {
        QStringList all;
        for (const QJsonValue& value : it.value().toArray()) {
            all.append(withPlainU(value.toString()));
        }
        all.removeDuplicates();
        const QChar character = it.key().front();
        for (const QString& known : readings.value(character)) {
            if (!all.contains(known)) {
                errors << it.key() << ": the override lacks " << known << Qt::endl;
                good = false;
            }
        }
        readings.insert(character, all);
    }
    return good;
}

/// Turned round (syllable -> characters) the table is a quarter of the size and as quick to read.
QByteArray write(const Readings& readings, const QJsonObject& phrases)
{
    QMap<QString, QString> syllables;
    for (auto it = readings.begin(); it != readings.end(); ++it) {
        for (const QString& reading : it.value()) {
            syllables[reading].append(it.key());
        }
    }
    QStringList lines;
    for (auto it = syllables.begin(); it != syllables.end(); ++it) {
        lines.append(QStringLiteral("  \"%1\": \"%2\"").arg(it.key(), it.value()));
    }
    QStringList words;
    for (auto it = phrases.begin(); it != phrases.end(); ++it) {
        QStringList ways;
        for (const QJsonValue& value : it.value().toArray()) {
            for (const QString& way : withPlainU(value.toString())) {
                ways.append(QStringLiteral("\"%1\"").arg(way));
            }
        }
        words.append(QStringLiteral("  \"%1\": [%2]").arg(it.key(), ways.join(QStringLiteral(", "))));
    }
    return QStringLiteral("{\n \"syllables\": {\n%1\n },\n \"phrases\": {\n%2\n }\n}\n")
        .arg(lines.join(QStringLiteral(",\n")), words.join(QStringLiteral(",\n")))
        .toUtf8();
}

} // namespace

int main(int argc, char* argv[])
{
    QTextStream errors(stderr);
    if (argc < 3) {
        errors << "ow_makereadings OVERRIDES.json READINGS.json [--check]" << Qt::endl;
        return 2;
    }
    const auto overrides = readObject(QString::fromLocal8Bit(argv[1]));
    auto readings = readIcu();
    if (!overrides || !readings) {
        errors << "cannot read the overrides, or ICU lacks Han-Latin" << Qt::endl;
        return 2;
    }
    if (!apply(*readings, overrides->value(QStringLiteral("readings")).toObject(), errors)) {
        return 1;
    }
    const QByteArray made = write(*readings, overrides->value(QStringLiteral("phrases")).toObject());
    QFile file(QString::fromLocal8Bit(argv[2]));
    if (argc > 3) {
        const bool same = file.open(QIODevice::ReadOnly) && file.readAll() == made;
        errors << (same ? "current" : "not what ICU and the overrides make") << Qt::endl;
        return same ? 0 : 1;
    }
    return file.open(QIODevice::WriteOnly) && file.write(made) == made.size() ? 0 : 1;
}
