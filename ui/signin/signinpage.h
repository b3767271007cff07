// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/signin/signinmodel.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QStackedWidget;

namespace ow::ui {

class EnrolForm;
class FactGrid;
class FieldEdit;
class FormField;
class KeyButton;
class MessageLine;
class PasswordEdit;
class PersonList;
class PrimaryButton;

/// The gate: facts of the day and this window at the left, who one is at the right. On the first start the
/// right side asks for the centre and a one-time code, or offers the training mode. A view: it shows a
/// SignInModel and says what the person wants; the answer comes back by setModel, showError or setBusy.
class SignInPage : public QWidget
{
    Q_OBJECT

public:
    explicit SignInPage(const Theme& theme, QWidget* parent = nullptr);

    void setModel(const SignInModel& model);
    /// Under the password (or the code); the password is emptied and has the focus again.
    void showError(const QString& sentence);
    /// While an answer is awaited nothing can be asked twice.
    void setBusy(bool busy);
    /// Address of the centre at the first start, where nobody has typed one; fixed: it cannot be changed.
    void proposeCentre(const QString& address, bool fixed);
    /// Forgets what was typed. Called when the page is left.
    void forget();

Q_SIGNALS:
    void signInRequested(const QString& userId, const QString& password);
    void enrolRequested(const QString& centre, const QString& code);
    void trainingRequested();
    void scaleRequested();
    void themeRequested();
    void keysRequested();

protected:
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QWidget* makeLeft();
    [[nodiscard]] QWidget* makeRight();
    [[nodiscard]] QWidget* makeSignIn();
    [[nodiscard]] QWidget* makeFoot();
    void layOut();
    void personChosen();
    void refreshEnabled();
    [[nodiscard]] QString enterWord() const;
    void signIn();
    void focusFirst();

    const Theme& m_theme;
    SignInModel m_model;
    bool m_busy = false;

    QWidget* m_left = nullptr;
    QLabel* m_logo = nullptr;
    QLabel* m_date = nullptr;
    QLabel* m_day = nullptr;
    FactGrid* m_facts = nullptr;
    QLabel* m_version = nullptr;

    QScrollArea* m_right = nullptr;
    QLabel* m_heading = nullptr;
    QStackedWidget* m_variants = nullptr;
    PersonList* m_people = nullptr;
    FieldEdit* m_number = nullptr;
    FormField* m_numberField = nullptr;
    PasswordEdit* m_password = nullptr;
    FormField* m_passwordField = nullptr;
    MessageLine* m_notice = nullptr;
    PrimaryButton* m_enter = nullptr;
    EnrolForm* m_enrol = nullptr;
    KeyButton* m_scale = nullptr;
    KeyButton* m_themeButton = nullptr;
    KeyButton* m_trainingSwitch = nullptr;
};

} // namespace ow::ui
