// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/codegun.h"

#include <utility>

namespace ow::devices {

CodeGun::Verdict CodeGun::stroke(const GunStroke& stroke, First first)
{
    const bool follows = !m_text.isEmpty() && stroke.at - m_last <= kGunGapMs && stroke.at >= m_last;
    m_last = stroke.at;
    if (stroke.ends) {
        if (follows && isCode()) {
            m_held.push_back(stroke);
            return takeCode();
        }
        Verdict verdict = giveBack();
        verdict.passes = true;
        return verdict;
    }
    if (follows && m_text.size() < kLongestCode) {
        m_held.push_back(stroke);
        m_text += stroke.text;
        return {};
    }
    Verdict verdict = giveBack();
    m_text = stroke.text;
    m_firstPassed = first == First::Passes;
    verdict.passes = m_firstPassed;
    if (!m_firstPassed) {
        m_held.push_back(stroke);
    }
    return verdict;
}

CodeGun::Verdict CodeGun::interrupt()
{
    Verdict verdict = giveBack();
    verdict.passes = true;
    return verdict;
}

CodeGun::Verdict CodeGun::silence()
{
    return isCode() ? takeCode() : giveBack();
}

bool CodeGun::isCode() const
{
    return m_text.size() >= kShortestCode && !m_held.empty();
}

CodeGun::Verdict CodeGun::takeCode()
{
    Verdict verdict;
    verdict.code = std::exchange(m_text, {});
    verdict.strokes = std::exchange(m_held, {});
    verdict.firstPassed = std::exchange(m_firstPassed, false);
    return verdict;
}

CodeGun::Verdict CodeGun::giveBack()
{
    Verdict verdict;
    verdict.replay = std::exchange(m_held, {});
    m_text.clear();
    m_firstPassed = false;
    return verdict;
}

} // namespace ow::devices
