// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/intakedesk.h"
#include "desk/materialshelf.h"

#include <QObject>

namespace ow::desk {

/// What the shelf of earlier materials holds for the application on the desk (材料复用). Asked once for each
/// application and whole identifier of its applicant, for all materials of the guide, so that another
/// situation asks nothing anew. Offers only: take() is the clerk's word. Lives on the GUI thread, never
/// waits.
class IntakeOffers : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    IntakeOffers(Workplace& workplace, IntakeDesk& desk, QObject* parent = nullptr);

    /// What can stand in for a material that is due and missing: the best trusted first, then the newest,
    /// until next() turned to another. Null where nothing is offered; good until the next changed().
    [[nodiscard]] const ShelfItem* offer(const QString& material) const;
    /// How many there are to choose from, and which of them offer() is, from 0.
    [[nodiscard]] int count(const QString& material) const;
    [[nodiscard]] int index(const QString& material) const;
    /// offer() is the next one from now on; after the last comes the first.
    void next(const QString& material);
    /// Takes what offer() is into the application, as one step that can be undone. False when there is
    /// nothing.
    bool take(const QString& material);
    /// What is drawn over renderings of pages that were reused for this material; empty where none were.
    [[nodiscard]] QString watermark(const QString& material) const;

Q_SIGNALS:
    /// Other offers than before. Which of them stand also follows IntakeDesk::changed().
    void changed();

private:
    /// Whose shelf was asked for, and for which application.
    struct Asked
    {
        QString draft;
        QString applicant;
        friend bool operator==(const Asked&, const Asked&) = default;
    };

    void lookUp();
    [[nodiscard]] const std::vector<ShelfItem>* offersFor(const QString& material) const;

    IntakeDesk& m_desk;
    MaterialShelf m_shelf;
    Asked m_asked;
    ShelfOffers m_offers;
    QHash<QString, int> m_chosen; ///< by material, where it is not the first
};

} // namespace ow::desk
