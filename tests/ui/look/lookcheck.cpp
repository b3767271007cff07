// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/lookcheck.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSet>
#include <QTest>

#include <algorithm>

namespace ow::ui::tests {

namespace {

constexpr int kSlack = 1;      // px: rounding of scaled metrics
constexpr int kMostTabs = 400; // more than any page has places
constexpr int kMostModelRows = 60;

QString pathOf(const QWidget& widget)
{
    QStringList names;
    for (const QWidget* one = &widget; one != nullptr && names.size() < 4; one = one->parentWidget()) {
        QString name = QString::fromLatin1(one->metaObject()->className()).section(QStringLiteral("::"), -1);
        if (!one->objectName().isEmpty()) {
            name += u'#' + one->objectName();
        }
        names.prepend(name);
    }
    return names.join(u'/');
}

QString size(QSize one)
{
    return QStringLiteral("%1x%2").arg(one.width()).arg(one.height());
}

std::vector<QWidget*> shown(QWidget& page)
{
    std::vector<QWidget*> list;
    for (QWidget* widget : page.findChildren<QWidget*>()) {
        if (widget->isVisible() && !widget->visibleRegion().isEmpty() && widget->window() == page.window()) {
            list.push_back(widget);
        }
    }
    return list;
}

/// The inner parts of Qt's own widgets are theirs to lay out.
bool isInner(const QWidget& widget)
{
    return widget.objectName().startsWith(QLatin1StringView("qt_")) ||
           qobject_cast<const QScrollBar*>(&widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget.parentWidget()) != nullptr ||
           qobject_cast<const QLineEdit*>(widget.parentWidget()) != nullptr ||
           qobject_cast<const QAbstractItemView*>(widget.parentWidget()) != nullptr;
}

/// What lies over the page on purpose: the key sheet, the results of the search, a viewer that takes all of
/// it.
bool isOverlay(const QWidget& widget)
{
    const QWidget* parent = widget.parentWidget();
    return widget.property("role").toString() == QLatin1StringView("popup") ||
           (parent != nullptr && widget.geometry().contains(parent->rect()));
}

/// The area this widget is scrolled by, when it is the content of one.
const QAbstractScrollArea* scrollerOf(const QWidget& widget)
{
    const QWidget* parent = widget.parentWidget();
    const auto* area =
        parent == nullptr ? nullptr : qobject_cast<const QAbstractScrollArea*>(parent->parentWidget());
    return area != nullptr && area->viewport() == parent ? area : nullptr;
}

/// What can be scrolled to may stick out; what no bar leads to is cut off.
QRect roomOf(const QWidget& widget)
{
    constexpr int far = 100'000;
    QRect room = widget.parentWidget()->rect().adjusted(-kSlack, -kSlack, kSlack, kSlack);
    if (const QAbstractScrollArea* area = scrollerOf(widget)) {
        if (area->verticalScrollBarPolicy() != Qt::ScrollBarAlwaysOff) {
            room.adjust(0, -far, 0, far);
        }
        if (area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff) {
            room.adjust(-far, 0, far, 0);
        }
    }
    return room;
}

QString labelFault(const QLabel& label)
{
    if (label.text().isEmpty() || label.textFormat() == Qt::RichText) {
        return {};
    }
    if (label.wordWrap()) {
        const int needed = label.heightForWidth(label.width());
        return needed > label.height() + kSlack
                   ? QStringLiteral("needs %1 px of height, has %2").arg(needed).arg(label.height())
                   : QString();
    }
    // Not the hint's height: a label keeps its smallest height in there from before a change of dress.
    const auto lines = static_cast<int>(label.text().count(u'\n')) + 1;
    const QSize needed(label.sizeHint().width(), lines * label.fontMetrics().height());
    return needed.width() > label.width() + kSlack || needed.height() > label.height() + kSlack
               ? QStringLiteral("needs %1, has %2").arg(size(needed), size(label.size()))
               : QString();
}

QString buttonFault(const QAbstractButton& button)
{
    if (button.text().isEmpty()) {
        return {};
    }
    const int needed =
        button.minimumSizeHint().isValid() ? button.minimumSizeHint().width() : button.sizeHint().width();
    return needed > button.width() + kSlack
               ? QStringLiteral("needs %1 px, has %2").arg(needed).arg(button.width())
               : QString();
}

QString placeholderFault(const QLineEdit& edit)
{
    if (edit.placeholderText().isEmpty() || !edit.text().isEmpty()) {
        return {};
    }
    const int needed = edit.fontMetrics().horizontalAdvance(edit.placeholderText());
    return needed > edit.contentsRect().width() ? QStringLiteral("its hint needs %1 px, it has %2")
                                                      .arg(needed)
                                                      .arg(edit.contentsRect().width())
                                                : QString();
}

/// Words of the source language: three Latin letters or more that are no name of a key, a unit or a format.
QStringList foreignIn(const QString& text)
{
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{3,}"));
    static const QSet<QString> known{
        QStringLiteral("Ctrl"),      QStringLiteral("Shift"),
        QStringLiteral("Alt"),       QStringLiteral("Enter"),
        QStringLiteral("Esc"),       QStringLiteral("Tab"),
        QStringLiteral("Space"),     QStringLiteral("Home"),
        QStringLiteral("End"),       QStringLiteral("Del"),
        QStringLiteral("Delete"),    QStringLiteral("PgUp"),
        QStringLiteral("PgDn"),      QStringLiteral("Insert"),
        QStringLiteral("PDF"),       QStringLiteral("PNG"),
        QStringLiteral("JPEG"),      QStringLiteral("TIFF"),
        QStringLiteral("JPG"),       QStringLiteral("OFD"),
        QStringLiteral("dpi"),       QStringLiteral("CUPS"),
        QStringLiteral("SANE"),      QStringLiteral("USB"),
        QStringLiteral("https"),     QStringLiteral("UTC"),
        QStringLiteral("OneWindow"), QStringLiteral("VIN"),
        QStringLiteral("Noto"),      QStringLiteral("Sans"),
        QStringLiteral("CJK"),       QStringLiteral("IMEI"),
        QStringLiteral("GPS"),       QStringLiteral("CVR"),
        QStringLiteral("SDT"),       QStringLiteral("App"),
        QStringLiteral("Excel"),     QStringLiteral("NFC"),
        QStringLiteral("yanlian")}; // the first part of the password everybody trains with
    // Numbers of cases and papers, codes of items, and addresses are no words.
    static const QRegularExpression code(
        QStringLiteral("[A-Za-z0-9_.]*[0-9][A-Za-z0-9_.]*|[0-9A-Z]+(-[0-9A-Z]+)+|[a-z]+://\\S*|/\\S+"));
    // How a hit was found is said with the letters that were typed.
    static const QRegularExpression typed(QStringLiteral("(拼音|首字母|近似) \\S+"));
    QString rest = text;
    rest.remove(code);
    rest.remove(typed);
    QStringList found;
    auto matches = word.globalMatch(rest);
    while (matches.hasNext()) {
        const QString one = matches.next().captured();
        if (!known.contains(one)) {
            found.append(one);
        }
    }
    return found;
}

QStringList textsOf(const QWidget& widget)
{
    QStringList texts{widget.accessibleName(), widget.toolTip()};
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        texts.append(label->textFormat() == Qt::RichText ? QString() : label->text());
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        texts.append(button->text());
    } else if (const auto* edit = qobject_cast<const QLineEdit*>(&widget)) {
        texts.append(edit->placeholderText());
    } else if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
        for (int i = 0; i < box->count(); ++i) {
            texts.append(box->itemText(i));
        }
    } else if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget);
               view != nullptr && view->model() != nullptr) {
        const QAbstractItemModel& model = *view->model();
        for (int row = 0; row < std::min(model.rowCount(view->rootIndex()), kMostModelRows); ++row) {
            for (int column = 0; column < model.columnCount(view->rootIndex()); ++column) {
                const QModelIndex index = model.index(row, column, view->rootIndex());
                texts.append(index.data(Qt::DisplayRole).toString());
                texts.append(index.data(Qt::AccessibleTextRole).toString());
            }
        }
        for (int column = 0; column < model.columnCount(); ++column) {
            texts.append(model.headerData(column, Qt::Horizontal).toString());
        }
    }
    return texts;
}

bool takesTab(const QWidget& widget)
{
    return widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus &&
           widget.focusProxy() == nullptr;
}

/// Of exclusive buttons only the checked one is in the ring; arrows lead to the others.
bool standsForGroup(const QWidget& widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    if (button == nullptr || !button->isCheckable() || button->isChecked()) {
        return true;
    }
    if (button->group() != nullptr && button->group()->exclusive()) {
        return button->group()->checkedButton() == nullptr && button->group()->buttons().first() == button;
    }
    return !button->autoExclusive();
}

} // namespace

QStringList cutTexts(QWidget& page)
{
    QStringList faults;
    for (const QWidget* widget : shown(page)) {
        if (isInner(*widget) || widget->property("elides").toBool()) {
            continue;
        }
        QString fault;
        QString text;
        if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            fault = labelFault(*label);
            text = label->text();
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            fault = buttonFault(*button);
            text = button->text();
        } else if (const auto* edit = qobject_cast<const QLineEdit*>(widget)) {
            fault = placeholderFault(*edit);
            text = edit->placeholderText();
        }
        if (!fault.isEmpty()) {
            faults.append(QStringLiteral("cut: %1 “%2” %3").arg(pathOf(*widget), text.left(40), fault));
        }
    }
    return faults;
}

QStringList overlaps(QWidget& page)
{
    QStringList faults;
    const auto widgets = shown(page);
    for (auto a = widgets.begin(); a != widgets.end(); ++a) {
        if (isInner(**a) || isOverlay(**a) || (*a)->testAttribute(Qt::WA_TransparentForMouseEvents)) {
            continue;
        }
        for (auto b = a + 1; b != widgets.end(); ++b) {
            if ((*b)->parentWidget() != (*a)->parentWidget() || isInner(**b) || isOverlay(**b) ||
                (*b)->testAttribute(Qt::WA_TransparentForMouseEvents)) {
                continue;
            }
            const QRect common = (*a)->geometry().intersected((*b)->geometry());
            if (common.width() > kSlack && common.height() > kSlack) {
                faults.append(QStringLiteral("overlap: %1 and %2 share %3")
                                  .arg(pathOf(**a), pathOf(**b), size(common.size())));
            }
        }
    }
    return faults;
}

QStringList strayChildren(QWidget& page)
{
    QStringList faults;
    for (const QWidget* widget : shown(page)) {
        const QWidget* parent = widget->parentWidget();
        if (parent == nullptr || isInner(*widget) || widget->isWindow()) {
            continue;
        }
        if (!roomOf(*widget).contains(widget->geometry())) {
            const QRect at = widget->geometry();
            faults.append(QStringLiteral("outside: %1 at %2,%3 %4 in %5")
                              .arg(pathOf(*widget))
                              .arg(at.x())
                              .arg(at.y())
                              .arg(size(at.size()), size(parent->size())));
        }
    }
    return faults;
}

QStringList unnamed(QWidget& page)
{
    QStringList faults;
    for (const QWidget* widget : shown(page)) {
        if (!takesTab(*widget) || isInner(*widget) ||
            qobject_cast<const QAbstractScrollArea*>(widget->parentWidget()) != nullptr) {
            continue;
        }
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (widget->accessibleName().isEmpty() && (button == nullptr || button->text().isEmpty())) {
            faults.append(QStringLiteral("no name: ") + pathOf(*widget));
        }
    }
    return faults;
}

QStringList foreignWords(QWidget& page)
{
    QStringList faults;
    for (const QWidget* widget : shown(page)) {
        for (const QString& text : textsOf(*widget)) {
            if (const QStringList words = foreignIn(text); !words.isEmpty()) {
                faults.append(
                    QStringLiteral("untranslated: %1 “%2”").arg(pathOf(*widget), text.simplified().left(80)));
            }
        }
    }
    faults.removeDuplicates();
    return faults;
}

QStringList unreached(QWidget& page)
{
    QSet<const QWidget*> wanted;
    for (const QWidget* widget : shown(page)) {
        if (takesTab(*widget) && standsForGroup(*widget) && !isInner(*widget)) {
            wanted.insert(widget);
        }
    }
    QWidget* start = QApplication::focusWidget();
    QSet<const QWidget*> reached;
    for (int i = 0; i < kMostTabs; ++i) {
        QWidget* now = QApplication::focusWidget();
        if (now == nullptr) {
            break;
        }
        for (const QWidget* one = now; one != nullptr; one = one->parentWidget()) {
            reached.insert(one);
        }
        QTest::keyClick(now, Qt::Key_Tab);
        if (QApplication::focusWidget() == start) {
            break;
        }
    }
    QStringList faults;
    for (const QWidget* widget : wanted) {
        // A place that went out of sight while the ring was walked (a folded section) was not to be reached.
        if (!reached.contains(widget) && widget->isVisible()) {
            faults.append(QStringLiteral("Tab never comes to ") + pathOf(*widget));
        }
    }
    if (start != nullptr) {
        start->setFocus();
    }
    faults.sort();
    return faults;
}

QStringList lookFaults(QWidget& page)
{
    return cutTexts(page) + overlaps(page) + strayChildren(page) + unnamed(page) + foreignWords(page) +
           unreached(page);
}

} // namespace ow::ui::tests
