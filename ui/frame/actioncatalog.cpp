// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/actioncatalog.h"

#include "ui/widgets/keycap.h"

#include <QWidget>

#include <algorithm>

namespace ow::ui {

ActionCatalog::ActionCatalog(QWidget& host)
    : m_host(host)
{
}

QAction* ActionCatalog::add(const ActionInfo& info)
{
    if (QAction* known = find(info.id)) {
        return known;
    }
    auto* action = new QAction(info.word, this);
    action->setObjectName(info.id);
    action->setShortcut(info.keys);
    action->setShortcutContext(Qt::WindowShortcut);
    action->setAutoRepeat(false);
    m_entries.push_back({info, action, keyCapText(info.keys)});
    if (info.page.isEmpty() || info.page == m_page) {
        m_host.addAction(action);
    }
    return action;
}

void ActionCatalog::note(const QString& keys, const QString& word, const QString& page)
{
    m_entries.push_back({{{}, word, {}, page}, nullptr, keys});
}

QAction* ActionCatalog::find(const QString& id) const
{
    const auto found = std::ranges::find_if(
        m_entries, [&id](const Entry& entry) { return entry.action != nullptr && entry.info.id == id; });
    return found == m_entries.end() ? nullptr : found->action;
}

void ActionCatalog::setPage(const QString& page)
{
    m_page = page;
    for (const Entry& entry : m_entries) {
        if (entry.action == nullptr || entry.info.page.isEmpty()) {
            continue;
        }
        if (entry.info.page == page) {
            m_host.addAction(entry.action);
        } else {
            m_host.removeAction(entry.action);
        }
    }
}

std::vector<ActionCatalog::Line> ActionCatalog::lines(const QString& page) const
{
    std::vector<Line> result;
    for (const Entry& entry : m_entries) {
        // Invisible: not for whoever is signed in.
        const bool forHim = entry.action == nullptr || entry.action->isVisible();
        if (forHim && entry.info.page == page && !entry.cap.isEmpty() && !entry.info.word.isEmpty()) {
            result.push_back({entry.cap, entry.info.word});
        }
    }
    return result;
}

std::vector<std::pair<QString, QString>> ActionCatalog::conflicts() const
{
    std::vector<std::pair<QString, QString>> result;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        for (std::size_t j = i + 1; j < m_entries.size(); ++j) {
            const ActionInfo& a = m_entries[i].info;
            const ActionInfo& b = m_entries[j].info;
            const bool together = a.page.isEmpty() || b.page.isEmpty() || a.page == b.page;
            if (!a.keys.isEmpty() && a.keys == b.keys && together) {
                result.emplace_back(a.id, b.id);
            }
        }
    }
    return result;
}

} // namespace ow::ui
