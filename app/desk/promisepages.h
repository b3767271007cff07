// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/actdesk.h"
#include "desk/pagetarget.h"
#include "desk/storedfile.h"

#include <QObject>

#include <vector>

namespace ow::desk {

/// The pages of a signed 承诺书 until they are kept with ActDesk::signPromise(). Leaving and coming back to
/// the same case finds them again; another case or another person does not. Lives on the GUI thread.
class PromisePages : public QObject, public PageTarget
{
    Q_OBJECT

public:
    /// The one thing pages come to lie in.
    static const QString kPaper;

    explicit PromisePages(Workplace& workplace, QObject* parent = nullptr);

    /// `name` is what the paper is called, for scanning and for what is said.
    void begin(const CaseToAct& seen, const QString& name);
    /// The pages stay until another case is begun; nothing more is taken in.
    void leave();
    /// They are kept now.
    void forget();
    /// While they are being kept nothing changes.
    void seal(bool sealed);

    [[nodiscard]] const std::vector<domain::MaterialFile>& files() const { return m_slot.files; }

    [[nodiscard]] int filesUnderWay() const { return m_filesUnderWay; }

    [[nodiscard]] std::shared_ptr<void> expectPages() override
    {
        return countedWhileKept(*this, m_filesUnderWay);
    }

    [[nodiscard]] QString sheet() const override;

    [[nodiscard]] bool isSealed() const override { return m_sealed; }

    [[nodiscard]] QString itemCode() const override { return m_item; }

    [[nodiscard]] QString materialName(const QString& material) const override;
    [[nodiscard]] const domain::MaterialIntake* taken(const QString& material) const override;
    [[nodiscard]] QFuture<domain::Result<void>> addFile(const QString& material,
                                                        const QString& path) override;
    [[nodiscard]] QFuture<domain::Result<void>> addBytes(const QString& material, const QByteArray& bytes,
                                                         const QString& title, domain::FileOrigin origin,
                                                         bool incomplete) override;
    [[nodiscard]] QFuture<domain::Result<void>> addPicture(const QString& material, const QImage& picture,
                                                           const QString& title) override;
    void removeFile(const QString& material, int index) override;
    void moveFile(const QString& material, int from, int to) override;
    void editFile(const QString& material, int index, const domain::PageEdit& edit) override;
    void replaceFile(const QString& material, int index, const domain::MaterialFile& file) override;
    void setGrade(const QString& material, domain::TrustGrade grade) override;
    void setValidUntil(const QString& material, QDate day) override;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QFuture<domain::Result<void>> take(QFuture<domain::Result<capture::ExaminedFile>> examined,
                                                     FileSource source);
    [[nodiscard]] bool mayChange(const QString& material, int index) const;

    Workplace& m_workplace;
    QString m_case;
    QString m_item;
    QString m_name;
    domain::MaterialIntake m_slot;
    int m_filesUnderWay = 0;
    bool m_open = false;
    bool m_sealed = false;
};

} // namespace ow::desk
