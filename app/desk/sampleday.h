// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/intakedesk.h"
#include "desk/signindesk.h"
#include "desk/supplementdesk.h"
#include "desk/workplace.h"

#include <QCborMap>
#include <QMap>
#include <QObject>

#include <optional>
#include <vector>

namespace ow::desk {

/// One made-up application of the sample day, as resources/training/day-1.json has it.
struct SampleCase
{
    QString item;                         ///< code of the guide
    int daysAgo = 0;                      ///< working days before today; 0 = today
    QCborMap fields;                      ///< of the form; those of the applicant are in it
    QStringList missing;                  ///< ids of materials
    QMap<QString, QString> unfit;         ///< id of a material, what is wrong with it
    std::optional<domain::Answer> answer; ///< none: the one the findings call for
    bool draft = false;                   ///< left unfinished
    bool supplemented = false;            ///< what was asked for by the notice came a working day later
};

/// The sample cases, oldest first. InvalidInput naming what cannot be read.
[[nodiscard]] domain::Result<std::vector<SampleCase>> readSampleDay(const QByteArray& json);
/// As it comes with the program.
[[nodiscard]] domain::Result<std::vector<SampleCase>> builtInSampleDay();

/// 样例一天: begins the training ledger anew and fills it with cases in many states, each by the same use
/// cases a clerk's hand would go through, dated over the last working days. Only in training. Lives on the
/// GUI thread, never waits.
class SampleDay : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    SampleDay(Workplace& workplace, SignInDesk& signIn, QObject* parent = nullptr);
    ~SampleDay() override;

    /// False: not in training, or already under way.
    bool begin();

    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(int done, int total);
    void finished(int cases);
    /// What was written before stays; the learner can start over.
    void failed(const ow::domain::Error& error);

private:
    void next();
    void take(const SampleCase& sample);
    void fillIn(const SampleCase& sample);
    void supplement(const QString& caseNumber, int daysAgo);
    [[nodiscard]] qint64 backFor(int daysAgo) const;
    void done();
    void stopWith(const domain::Error& error);

    Workplace& m_workplace;
    SignInDesk& m_signIn;
    IntakeDesk m_intake;
    SupplementDesk m_supplement;
    std::vector<SampleCase> m_cases;
    std::size_t m_next = 0;
    bool m_running = false;
};

} // namespace ow::desk
