// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/templateshelf.h"

#include <QDir>
#include <QFile>

namespace ow::papers {

using namespace Qt::StringLiterals;

tl::expected<TemplateShelf, TemplateFaults> TemplateShelf::builtIn()
{
    return load(u":/papers"_s);
}

tl::expected<TemplateShelf, TemplateFaults> TemplateShelf::load(const QString& folder)
{
    TemplateShelf shelf;
    TemplateFaults faults;
    const QStringList names = QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly)) {
            faults.push_back({name, {}, file.errorString()});
            continue;
        }
        tl::expected<PaperTemplate, TemplateFaults> paper =
            TemplateReader::read(file.read(TemplateReader::kMaxBytes + 1), name);
        if (!paper) {
            faults.insert(faults.end(), paper.error().begin(), paper.error().end());
        } else if (shelf.find(paper->id, paper->version) != nullptr) {
            faults.push_back({name, u"/version"_s, u"this id and version exist already"_s});
        } else {
            shelf.m_templates.push_back(std::move(*paper));
        }
    }
    if (names.isEmpty()) {
        faults.push_back({folder, {}, u"no templates"_s});
    }
    if (!faults.empty()) {
        return tl::unexpected(std::move(faults));
    }
    return shelf;
}

const PaperTemplate* TemplateShelf::find(const QString& id, int version) const
{
    for (const PaperTemplate& paper : m_templates) {
        if (paper.id == id && paper.version == version) {
            return &paper;
        }
    }
    return nullptr;
}

const PaperTemplate* TemplateShelf::latest(PaperKind kind, const QString& typeCode) const
{
    const PaperTemplate* best = nullptr;
    for (const PaperTemplate& paper : m_templates) {
        if (paper.kind == kind && paper.regimes.contains(typeCode) &&
            (best == nullptr || paper.version > best->version)) {
            best = &paper;
        }
    }
    return best;
}

} // namespace ow::papers
