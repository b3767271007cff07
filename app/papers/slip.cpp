// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/slip.h"

#include "papers/fontset.h"
#include "papers/qrcode.h"
#include "papers/slipcode.h"

#include <QFile>
#include <QFont>
#include <QFontMetricsF>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace ow::papers {

using domain::ErrorCode;
using domain::Result;

namespace {

constexpr int kMargin = 8; // dots: 1 mm, heads differ that much
constexpr int kBody = 24;  // 3 mm
constexpr int kTitle = 36;
constexpr int kLabelRoom = 120;
constexpr int kGap = 10;
constexpr int kBarHeight = 72; // 9 mm
constexpr int kBarModule = 2;  // 0.25 mm: what a gun reads from thermal paper
constexpr int kCodeModule = 5;
constexpr int kQuietModules = 4;
constexpr int kMostRows = 16'000; // 2 m
constexpr int kMostFindings = 60;
constexpr int kDash = 8;

struct NamedWord
{
    const char* name;
    QString SlipWords::*word;
};

constexpr NamedWord kWords[] = {
    {"title", &SlipWords::title},         {"applicant", &SlipWords::applicant},
    {"agent", &SlipWords::agent},         {"received", &SlipWords::received},
    {"dateForm", &SlipWords::dateForm},   {"dayForm", &SlipWords::dayForm},
    {"materials", &SlipWords::materials}, {"materialCount", &SlipWords::materialCount},
    {"missing", &SlipWords::missing},     {"promisedDue", &SlipWords::promisedDue},
    {"supplyBy", &SlipWords::supplyBy},   {"paper", &SlipWords::paper},
    {"phone", &SlipWords::phone},         {"scan", &SlipWords::scan},
    {"staff", &SlipWords::staff},         {"training", &SlipWords::training},
};

QFont slipFont(int px, bool bold)
{
    QFont font(QStringList{QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Serif CJK SC")});
    font.setPixelSize(px);
    font.setBold(bold);
    font.setStyleStrategy(QFont::NoAntialias); // a dot is black or is not
    return font;
}

/// Draws from the top down; the first pass, without a painter, only measures.
class SlipPen
{
public:
    SlipPen(QPainter* painter, FontSet& fonts)
        : m_painter(painter)
        , m_fonts(fonts)
    {
    }

    void text(const QString& words, int px, bool bold, Qt::Alignment align, int left = 0)
    {
        note(words);
        QTextLayout layout(words, slipFont(px, bold));
        QTextOption option(align);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        double height = 0;
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(kSlipDots - 2 * kMargin - left);
            line.setPosition(QPointF(0, height));
            height += line.height();
        }
        layout.endLayout();
        if (m_painter != nullptr) {
            layout.draw(m_painter, QPointF(kMargin + left, m_y));
        }
        m_y += int(std::ceil(height));
    }

    void fact(const QString& label, const QString& value, bool bold = false)
    {
        if (value.isEmpty()) {
            return;
        }
        const int top = m_y;
        text(label, kBody, false, Qt::AlignLeft);
        m_y = top;
        text(value, kBody, bold, Qt::AlignLeft, kLabelRoom);
    }

    void rule()
    {
        m_y += kGap;
        if (m_painter != nullptr) {
            for (int x = kMargin; x < kSlipDots - kMargin; x += 2 * kDash) {
                m_painter->fillRect(x, m_y, kDash, 2, Qt::black);
            }
        }
        m_y += 2 + kGap;
    }

    void bars(const std::vector<bool>& modules)
    {
        const int width = int(modules.size()) * kBarModule;
        if (m_painter != nullptr) {
            const int left = (kSlipDots - width) / 2;
            for (std::size_t i = 0; i < modules.size(); ++i) {
                if (modules[i]) {
                    m_painter->fillRect(left + int(i) * kBarModule, m_y, kBarModule, kBarHeight, Qt::black);
                }
            }
        }
        m_y += kBarHeight + kGap / 2;
    }

    void code(const QrShape& shape)
    {
        const int side = shape.modules * kCodeModule;
        m_y += kQuietModules * kCodeModule / 2;
        if (m_painter != nullptr) {
            m_painter->save();
            m_painter->translate((kSlipDots - side) / 2, m_y);
            m_painter->scale(side, side);
            m_painter->fillPath(shape.path, Qt::black);
            m_painter->restore();
        }
        m_y += side + kQuietModules * kCodeModule / 2;
    }

    void space(int dots) { m_y += dots; }

    [[nodiscard]] int y() const { return m_y; }

    [[nodiscard]] std::optional<char32_t> missing() const { return m_missing; }

private:
    void note(const QString& words)
    {
        for (const uint character : words.toUcs4()) {
            if (!m_missing && character > u' ' && !m_fonts.find(character, false)) {
                m_missing = character;
            }
        }
    }

    QPainter* m_painter;
    FontSet& m_fonts;
    std::optional<char32_t> m_missing;
    int m_y = kGap;
};

QString materialsLine(const SlipWords& words, const PaperRequest& request)
{
    if (request.materials.empty()) {
        return {};
    }
    int pages = 0;
    for (const PaperMaterial& material : request.materials) {
        pages += material.pages;
    }
    return words.materialCount.arg(request.materials.size()).arg(pages);
}

void drawFacts(SlipPen& pen, const SlipWords& words, const PaperRequest& request)
{
    const QLocale chinese(QLocale::Chinese, QLocale::China);
    const auto day = [&](QDate date) {
        return date.isValid() ? chinese.toString(date, words.dayForm) : QString();
    };
    const QString agent = request.agentName.isEmpty() || request.agentName == request.addressee
                              ? QString()
                              : request.agentName + u' ' + request.maskedId;
    pen.fact(words.applicant, request.addressee);
    pen.fact(words.agent, agent);
    pen.fact(words.received, chinese.toString(request.issuedAt, words.dateForm));
    pen.fact(words.materials, materialsLine(words, request));
    pen.fact(words.paper, request.number);
    pen.fact(words.promisedDue, day(request.promisedDue), true);
    pen.fact(words.phone, request.windowPhone);
}

void drawMissing(SlipPen& pen, const SlipWords& words, const PaperRequest& request)
{
    if (request.findings.empty()) {
        return;
    }
    pen.rule();
    pen.text(words.missing.arg(request.findings.size()), kBody, true, Qt::AlignLeft);
    int place = 0;
    for (const PaperFinding& finding : request.findings) {
        if (++place > kMostFindings) {
            break;
        }
        pen.text(QStringLiteral("%1 %2").arg(place).arg(finding.sentence), kBody, false, Qt::AlignLeft);
    }
    if (request.supplyBy.isValid()) {
        pen.fact(words.supplyBy,
                 QLocale(QLocale::Chinese, QLocale::China).toString(request.supplyBy, words.dayForm), true);
    }
}

struct SlipCodes
{
    std::vector<bool> bars;
    std::optional<QrShape> code;
};

void drawSlip(SlipPen& pen, const SlipWords& words, const PaperRequest& request, const SlipCodes& codes)
{
    if (request.training) {
        pen.text(words.training, kTitle, true, Qt::AlignHCenter);
        pen.rule();
    }
    pen.text(words.title, kTitle, true, Qt::AlignHCenter);
    pen.text(request.windowName, kBody, false, Qt::AlignHCenter);
    pen.rule();
    pen.text(request.itemName, kBody, true, Qt::AlignLeft);
    pen.space(kGap);
    pen.bars(codes.bars);
    pen.text(request.caseNumber, kBody, true, Qt::AlignHCenter);
    pen.space(kGap);
    drawFacts(pen, words, request);
    drawMissing(pen, words, request);
    if (codes.code) {
        pen.rule();
        pen.code(*codes.code);
        pen.text(words.scan, kBody, false, Qt::AlignHCenter);
    }
    pen.rule();
    pen.fact(words.staff, request.staffName);
    pen.space(2 * kGap);
}

Result<SlipCodes> codesOf(const PaperRequest& request)
{
    SlipCodes codes;
    QString plain = request.caseNumber;
    auto bars = barModules(plain.remove(u'-'));
    if (!bars) {
        return tl::unexpected(bars.error());
    }
    codes.bars = std::move(*bars);
    if (!request.hash16.isEmpty()) {
        auto shape = qrShape(paperPayload(request.caseNumber, request.seq, request.hash16));
        if (!shape) {
            return tl::unexpected(shape.error());
        }
        codes.code = std::move(*shape);
    }
    return codes;
}

} // namespace

Result<SlipWords> SlipWords::builtIn()
{
    QFile file(QStringLiteral(":/slips/slip-1.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return domain::fail(ErrorCode::TemplateInvalid, QStringLiteral("the words of the slip are missing"));
    }
    return parse(file.readAll());
}

Result<SlipWords> SlipWords::parse(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    SlipWords words;
    for (const NamedWord& named : kWords) {
        const QString name = QString::fromLatin1(named.name);
        words.*named.word = object.value(name).toString();
        if ((words.*named.word).isEmpty()) {
            return domain::fail(ErrorCode::TemplateInvalid, QStringLiteral("a word of the slip"), name);
        }
    }
    return words;
}

Result<QImage> renderSlip(const SlipWords& words, const PaperRequest& request)
{
    auto fonts = FontSet::make();
    if (!fonts) {
        return tl::unexpected(fonts.error());
    }
    const auto codes = codesOf(request);
    if (!codes) {
        return tl::unexpected(codes.error());
    }
    SlipPen measure(nullptr, *fonts);
    drawSlip(measure, words, request, *codes);
    if (measure.missing() || measure.y() > kMostRows) {
        return domain::fail(ErrorCode::PaperFailed,
                            measure.missing()
                                ? QStringLiteral("no font has U+%1").arg(uint(*measure.missing()), 4, 16)
                                : QStringLiteral("the slip is too long"));
    }
    QImage image(kSlipDots, measure.y(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(Qt::black);
    SlipPen pen(&painter, *fonts);
    drawSlip(pen, words, request, *codes);
    painter.end();
    return image.convertToFormat(QImage::Format_Mono, Qt::MonoOnly | Qt::ThresholdDither);
}

} // namespace ow::papers
