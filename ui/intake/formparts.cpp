// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/formparts.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr std::size_t kPartSize = 40; // fields of one section at most

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ow::ui::FormPane)
};

bool isAgentKey(const QString& key)
{
    return key.startsWith(QLatin1StringView("agent")) || key == QLatin1StringView("mobile");
}

bool isDeliveryKey(const QString& key)
{
    return key == QLatin1StringView("delivery") || key == QLatin1StringView("postAddr");
}

void cutInto(std::vector<FormPart>& parts, const FormPart& whole)
{
    for (std::size_t from = 0; from < whole.fields.size(); from += kPartSize) {
        const std::size_t to = std::min(whole.fields.size(), from + kPartSize);
        FormPart part{whole.title, {}};
        if (whole.fields.size() > kPartSize) {
            part.title = Words::tr("%1, %2 to %3").arg(whole.title).arg(from + 1).arg(to);
        }
        part.fields.assign(whole.fields.begin() + static_cast<std::ptrdiff_t>(from),
                           whole.fields.begin() + static_cast<std::ptrdiff_t>(to));
        parts.push_back(std::move(part));
    }
}

} // namespace

std::vector<FormPart> formPartsOf(const domain::Guide& guide)
{
    std::vector<FormPart> whole{{Words::tr("Applicant"), {}}, {Words::tr("Agent and contact"), {}}};
    QHash<QString, std::size_t> sections;
    for (const domain::GuideSection& section : guide.sections) {
        sections.insert(section.id, whole.size());
        whole.push_back({section.title, {}});
    }
    const std::size_t subject = whole.size();
    whole.push_back({Words::tr("What is applied for"), {}});
    const std::size_t delivery = whole.size();
    whole.push_back({Words::tr("Delivery of the result"), {}});
    for (std::size_t i = 0; i < guide.fields.size(); ++i) {
        const domain::GuideField& field = guide.fields[i];
        std::size_t place = subject;
        if (const auto own = sections.constFind(field.section); own != sections.constEnd()) {
            place = *own;
        } else if (field.common) {
            place = isAgentKey(field.key) ? 1 : isDeliveryKey(field.key) ? delivery : 0;
        }
        whole[place].fields.push_back(static_cast<int>(i));
    }
    std::vector<FormPart> parts;
    for (const FormPart& part : whole) {
        cutInto(parts, part);
    }
    return parts;
}

bool isPrivateField(const domain::GuideField& field)
{
    return field.rule.startsWith(QLatin1StringView("id18")) || field.rule == QLatin1StringView("uscc") ||
           field.rule == QLatin1StringView("mobile");
}

} // namespace ow::ui
