// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

#include <functional>

class QVBoxLayout;

namespace ow::ui {

/// What a finished section says in its one line.
struct SectionSummary
{
    QString values = {}; ///< "甘肃甲乙大件运输有限公司·91620100********7X"
    QString source = {}; ///< 读卡, 执照扫码, 手填
};

/// Heading of a section: chevron and bold name while open (28 px), or the summary line when it is finished
/// (30 px). Space and Enter open and fold.
class SectionHeader : public QAbstractButton
{
    Q_OBJECT

public:
    SectionHeader(const Theme& theme, const QString& title, QWidget* parent = nullptr);

    void setNote(const QString& note);
    /// With values the folded header is a summary line with a check.
    void setSummary(const SectionSummary& summary);

    [[nodiscard]] bool isOpen() const { return isChecked(); }

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void describe();

    const Theme& m_theme;
    QString m_note;
    SectionSummary m_summary;
};

/// A part of a form that folds. Its content is built when it is first opened.
class Section : public QWidget
{
    Q_OBJECT

public:
    using Build = std::function<QWidget*(QWidget* parent)>;

    Section(const Theme& theme, const QString& title, Build build, QWidget* parent = nullptr);

    [[nodiscard]] SectionHeader& header() { return *m_header; }

    /// nullptr until it was opened once.
    [[nodiscard]] QWidget* content() const { return m_content; }

    [[nodiscard]] bool isOpen() const { return m_header->isOpen(); }

    void setOpen(bool open);

Q_SIGNALS:
    void opened(bool open);

private:
    void show(bool open);

    SectionHeader* m_header;
    QVBoxLayout* m_column;
    Build m_build;
    QWidget* m_content = nullptr;
};

} // namespace ow::ui
