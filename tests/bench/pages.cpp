// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"
#include "desk/intakepages.h"
#include "desk/pagepreviews.h"
#include "ui/intake/intakekit.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>

namespace ow::bench {

namespace {

using namespace Qt::StringLiterals;

const QString kItem = u"62-JT-GG-0007"_s;
const QString kMaterial = u"M01"_s;
constexpr QSize kThumbnail{96, 136};

/// An A4 page at 300 dpi as a scanner gives it: text in rows on coloured paper with grain, a red seal. Some
/// 2 MB as JPEG.
QByteArray scannedA4(int number)
{
    QImage image({2480, 3508}, QImage::Format_RGB32);
    image.setDotsPerMeterX(11811);
    image.setDotsPerMeterY(11811);
    QRandomGenerator random(static_cast<quint32>(number) + 1);
    for (int y = 0; y < image.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const bool ink = y % 80 < 36 && x % 50 < 30 && ((x / 50) * 7 + y / 80 + number) % 5 != 0;
            const bool seal = (x - 1800) * (x - 1800) + (y - 2800) * (y - 2800) < 250 * 250;
            const int tone = (ink ? 40 : 236) + static_cast<int>(random.bounded(9U)) - 4;
            row[x] = seal ? qRgb(200, tone / 2, tone / 2) : qRgb(tone, tone, tone - 12);
        }
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "jpeg", 75);
    return buffer.data();
}

class PageBench
{
public:
    PageBench(const Sizes& sizes, const ui::Theme& theme)
        : m_sizes(sizes)
        , m_kit(theme)
    {
        demand(m_kit.desk->begin(kItem));
    }

    Figures measure()
    {
        for (int number = 0; number < m_sizes.pages; ++number) {
            takeIn(number, scannedA4(number));
        }
        const QString page = u"A4 page of 300 dpi in colour: "_s;
        Figures figures{
            {page + u"arrives to thumbnail (sealed, then decoded in the helper)"_s,
             u"ms"_s,
             median(m_thumbnails),
             median(m_plain),
             u"decoded and scaled in the same process, nothing stored"_s,
             {}},
            {page + u"arrives to stored sealed"_s, u"ms"_s, median(m_stored), std::nullopt, {}, {}}};
        bind(figures);
        return figures;
    }

private:
    void takeIn(int number, const QByteArray& bytes)
    {
        m_paths << m_folder.filePath(u"%1.jpg"_s.arg(number));
        QFile file(m_paths.back());
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            giveUp({domain::ErrorCode::Internal, file.fileName(), {}});
        }
        file.close();
        double stored = 0;
        m_thumbnails.push_back(timed([&] {
            stored = timed(
                [&] { demand(test::IntakeKit::await(m_kit.desk->addBytes(kMaterial, bytes, u"page"_s))); });
            const QString blob = m_kit.desk->intake().material(kMaterial)->files.back().blob;
            static_cast<void>(
                demand(test::IntakeKit::await(m_kit.workplace->previews().fetch(blob, 0, kThumbnail))));
        }));
        m_stored.push_back(stored);
        m_plain.push_back(timed([&] {
            static_cast<void>(
                QImage::fromData(bytes).scaled(kThumbnail, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        }));
    }

    void bind(Figures& figures)
    {
        const QString what = u"%1 JPEG pages to a PDF stored sealed"_s.arg(m_paths.size());
        std::vector<double> bound;
        std::vector<double> peer;
        std::vector<double> idle;
        const QString img2pdf = QStandardPaths::findExecutable(u"img2pdf"_s);
        const QString out = m_folder.filePath(u"out.pdf"_s);
        for (int run = 0; run < m_sizes.runs; ++run) {
            bound.push_back(timed([&] {
                const auto intake = demand(test::IntakeKit::await(
                    desk::bindPages(*m_kit.workplace, m_kit.workplace.get(), m_kit.desk->intake())));
                if (!intake.material(kMaterial)->bound) {
                    giveUp({domain::ErrorCode::Internal, u"the pages were not bound"_s, {}});
                }
            }));
            if (!img2pdf.isEmpty()) {
                peer.push_back(timed([&] {
                    QProcess::execute(img2pdf, m_paths + QStringList{u"-o"_s, out});
                }));
                idle.push_back(timed([&] {
                    QProcess process;
                    process.start(img2pdf, {u"--version"_s});
                    process.waitForFinished();
                }));
            }
        }
        if (img2pdf.isEmpty()) {
            figures.push_back(
                {what, u"ms"_s, median(bound), std::nullopt, u"img2pdf is not installed"_s, {}});
            return;
        }
        figures.push_back({what,
                           u"ms"_s,
                           median(bound),
                           median(peer),
                           u"img2pdf, plain, the whole program"_s,
                           {Budget::Kind::AtLeastShare, 0.5}});
        figures.push_back({what + u" (strict)"_s,
                           u"ms"_s,
                           median(bound),
                           median(peer) - median(idle),
                           u"img2pdf, plain, without the start of its interpreter"_s,
                           {}});
    }

    const Sizes& m_sizes;
    test::IntakeKit m_kit;
    QTemporaryDir m_folder;
    QStringList m_paths;
    std::vector<double> m_thumbnails;
    std::vector<double> m_stored;
    std::vector<double> m_plain;
};

} // namespace

Figures measurePages(const Sizes& sizes, const ui::Theme& theme)
{
    return PageBench(sizes, theme).measure();
}

} // namespace ow::bench
