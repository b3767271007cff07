// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/gunfilter.h"

#include <QAction>
#include <QApplication>
#include <QInputMethodEvent>
#include <QWidget>
#include <QWindow>

#include <algorithm>
#include <chrono>

namespace ow::ui {

namespace {

constexpr int kSlack = 5; ///< ms beyond the gap: a timer may be early

bool takesText(QObject* focus)
{
    if (focus == nullptr) {
        return false;
    }
    QInputMethodQueryEvent query(Qt::ImEnabled | Qt::ImReadOnly);
    QCoreApplication::sendEvent(focus, &query);
    return query.value(Qt::ImEnabled).toBool() && !query.value(Qt::ImReadOnly).toBool();
}

bool isPlain(Qt::KeyboardModifiers modifiers)
{
    return (modifiers & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
}

bool typesText(const QKeyEvent& event)
{
    const QString text = event.text();
    return !text.isEmpty() && isPlain(event.modifiers()) && !event.isAutoRepeat() && text.front() >= u' ' &&
           text.front() != QChar(0x7f);
}

bool endsCode(const QKeyEvent& event)
{
    const bool key =
        event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter || event.key() == Qt::Key_Tab;
    return key && isPlain(event.modifiers()) && !event.isAutoRepeat();
}

bool isModifier(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_CapsLock:
        return true;
    default:
        return false;
    }
}

/// Of the event itself where the platform says it: a window that was busy gets many keys at once.
qint64 timeOf(const QKeyEvent& event)
{
    if (event.timestamp() != 0) {
        return static_cast<qint64>(event.timestamp());
    }
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

std::unique_ptr<QKeyEvent> copyOf(const QKeyEvent& event)
{
    return std::unique_ptr<QKeyEvent>(event.clone());
}

} // namespace

GunFilter::GunFilter(QWidget& window, Take take, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_take(std::move(take))
{
    m_silence.setSingleShot(true);
    m_silence.setTimerType(Qt::PreciseTimer);
    m_silence.setInterval(static_cast<int>(desk::CodeGun::kGunGapMs) + kSlack);
    connect(&m_silence, &QTimer::timeout, this, &GunFilter::silence);
    qApp->installEventFilter(this);
}

bool GunFilter::isOurs(const QObject* watched) const
{
    return watched->isWindowType() && watched == m_window.windowHandle();
}

bool GunFilter::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::InputMethod:
        m_composing = !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
        break;
    case QEvent::ShortcutOverride:
        return !m_replaying && isOurs(watched) && claim(*static_cast<QKeyEvent*>(event));
    case QEvent::KeyPress:
        return !m_replaying && isOurs(watched) && press(*static_cast<QKeyEvent*>(event));
    default:
        break;
    }
    return false;
}

/// Single letters are shortcuts where nothing takes text; one that may belong to a code must come as a key.
bool GunFilter::claim(QKeyEvent& event)
{
    if (m_composing || !typesText(event) || first() == desk::CodeGun::First::Passes) {
        return false;
    }
    event.accept();
    return true;
}

desk::CodeGun::First GunFilter::first() const
{
    return takesText(QApplication::focusObject()) ? desk::CodeGun::First::Passes
                                                  : desk::CodeGun::First::IsHeld;
}

bool GunFilter::press(QKeyEvent& event)
{
    if (isModifier(event)) {
        return false; // guns press Shift for capitals
    }
    const bool ends = endsCode(event);
    if (m_composing || (!ends && !typesText(event))) {
        return follow(m_gun.interrupt());
    }
    const int tag = ++m_tag;
    m_held[tag] = copyOf(event);
    const auto verdict = m_gun.stroke({timeOf(event), ends ? QString() : event.text(), ends, tag}, first());
    const bool held = !verdict.passes && verdict.code.isEmpty();
    if (!held) {
        m_silence.stop();
    }
    if (verdict.passes) {
        m_held.erase(tag);
    }
    const bool swallowed = follow(verdict);
    if (verdict.passes && !ends) {
        remember(event.text());
    }
    if (held) {
        m_silence.start();
    }
    return swallowed;
}

void GunFilter::silence()
{
    follow(m_gun.silence());
}

/// What the gun has decided. True: the key that led here does not go on.
bool GunFilter::follow(const desk::CodeGun::Verdict& verdict)
{
    replay(verdict.replay);
    if (verdict.code.isEmpty()) {
        return !verdict.passes;
    }
    if (verdict.firstPassed) {
        // Taken back before the code opens another page, and typed again if nobody wants the code.
        const Before before = m_before;
        takeBackFirst();
        if (!m_take(verdict.code)) {
            if (before.editor != nullptr && m_before.editor == nullptr) {
                QInputMethodEvent again;
                again.setCommitString(before.key);
                QCoreApplication::sendEvent(before.editor, &again);
            }
            replay(verdict.strokes);
        }
    } else if (!m_take(verdict.code)) {
        replay(verdict.strokes);
    }
    m_held.clear();
    return true;
}

void GunFilter::replay(const std::vector<desk::GunStroke>& strokes)
{
    for (const desk::GunStroke& stroke : strokes) {
        const auto found = m_held.find(stroke.tag);
        if (found != m_held.end()) {
            const auto key = std::move(found->second);
            m_held.erase(found);
            send(*key);
        }
    }
}

void GunFilter::send(const QKeyEvent& key)
{
    if (first() == desk::CodeGun::First::IsHeld) {
        const QKeySequence keys(key.keyCombination());
        for (QAction* action : m_window.actions()) {
            if (action->isEnabled() && action->shortcuts().contains(keys)) {
                action->trigger();
                return;
            }
        }
    }
    QWindow* window = m_window.windowHandle();
    if (window == nullptr) {
        return;
    }
    m_replaying = true;
    const auto press = copyOf(key);
    QCoreApplication::sendEvent(window, press.get());
    QKeyEvent release(QEvent::KeyRelease, key.key(), key.modifiers(), key.text());
    QCoreApplication::sendEvent(window, &release);
    m_replaying = false;
}

void GunFilter::remember(const QString& key)
{
    m_before = {};
    QObject* focus = QApplication::focusObject();
    if (!takesText(focus)) {
        return;
    }
    QInputMethodQueryEvent query(Qt::ImSurroundingText | Qt::ImCursorPosition | Qt::ImAnchorPosition |
                                 Qt::ImCurrentSelection);
    QCoreApplication::sendEvent(focus, &query);
    m_before.editor = focus;
    m_before.text = query.value(Qt::ImSurroundingText).toString();
    m_before.selected = query.value(Qt::ImCurrentSelection).toString();
    m_before.from =
        std::min(query.value(Qt::ImCursorPosition).toInt(), query.value(Qt::ImAnchorPosition).toInt());
    m_before.key = key;
}

/// Puts the editor back as it was, if the key did there what a typed key does; whatever else it did stays.
/// Afterwards m_before is empty when something was put back.
void GunFilter::takeBackFirst()
{
    if (m_before.editor == nullptr) {
        return;
    }
    QInputMethodQueryEvent query(Qt::ImSurroundingText | Qt::ImCursorPosition);
    QCoreApplication::sendEvent(m_before.editor, &query);
    QString typed = m_before.text;
    typed.replace(m_before.from, m_before.selected.size(), m_before.key);
    const qsizetype cursor = m_before.from + m_before.key.size();
    if (query.value(Qt::ImSurroundingText).toString() != typed ||
        query.value(Qt::ImCursorPosition).toInt() != cursor) {
        return;
    }
    QInputMethodEvent back;
    back.setCommitString(m_before.selected, -static_cast<int>(m_before.key.size()),
                         static_cast<int>(m_before.key.size()));
    QCoreApplication::sendEvent(m_before.editor, &back);
    m_before = {};
}

} // namespace ow::ui
