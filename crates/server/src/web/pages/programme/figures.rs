//! What the record says of the objectives of a programme (ISO 19011:2018 5.6).
//!
//! An objective whose key is one of those below is measured by an indicator; any other is judged in the review. What an indicator
//! must reach is the percentage or the mark that the target names, and everything where it names none.

use assize_domain::kernel::time::Period;
use assize_domain::programme::Objective;
use assize_domain::programme::indicators::Indicators;

use crate::web::form::Choice;
use crate::web::words::{Word, Words};

/// What may measure an objective: its key, and the key of its words. The last ones are judged in the review.
const MEASURES: [(&str, &str); 11] = [
    ("coverage", "indicator-coverage"),
    ("schedule", "indicator-on-time"),
    ("reporting", "indicator-reports"),
    ("closure", "measure-closure"),
    ("feedback", "indicator-feedback"),
    ("judged-1", "measure-judged"),
    ("judged-2", "measure-judged"),
    ("judged-3", "measure-judged"),
    ("judged-4", "measure-judged"),
    ("judged-5", "measure-judged"),
    ("judged-6", "measure-judged"),
];

/// What may be chosen to measure an objective of a programme.
pub(crate) fn choices(words: &Words) -> Vec<Choice> {
    let choice = |(key, word): &(&str, &str)| {
        let label = words.say(word);
        Choice::new(
            *key,
            match key.strip_prefix("judged-") {
                Some(number) => format!("{label} ({number})"),
                None => label,
            },
        )
    };
    MEASURES.iter().map(choice).collect()
}

/// How an objective stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Met,
    NotMet,
    /// Nothing to measure has happened yet, or there is time left.
    NotYet,
    /// No indicator measures it.
    Judged,
}

impl Verdict {
    /// The class of its sign.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not-met",
            Self::NotYet => "not-yet",
            Self::Judged => "judged",
        }
    }

    /// Its words.
    pub(super) fn said(self, words: &Words) -> String {
        words.say(match self {
            Self::Met => "objective-met",
            Self::NotMet => "objective-not-met",
            Self::NotYet => "objective-not-yet",
            Self::Judged => "objective-judged",
        })
    }
}

/// An objective with what the record says of it.
pub(super) struct Measured {
    pub(super) text: String,
    pub(super) measure: String,
    pub(super) target: String,
    pub(super) value: String,
    pub(super) verdict: Verdict,
}

/// So much of so much.
#[derive(Clone, Copy)]
struct Share {
    part: u32,
    whole: u32,
}

impl Share {
    /// In words; that there is nothing to measure, where that is so.
    fn said_so_far(self, words: &Words, key: &str) -> String {
        match self.whole {
            0 => words.say("figure-nothing-yet"),
            _ => self.said(words, key),
        }
    }

    fn said(self, words: &Words, key: &str) -> String {
        let number = |number: u32| Word::Number(i64::from(number));
        words.with_all(key, &[("part", number(self.part)), ("whole", number(self.whole))])
    }

    /// Whether it reaches a percentage.
    const fn reaches(self, percent: u32) -> bool {
        self.part as u64 * 100 >= self.whole as u64 * percent as u64
    }

    /// Of what goes on happening: not yet while there is none of it.
    const fn so_far(self, percent: u32) -> Verdict {
        match (self.whole, self.reaches(percent)) {
            (0, _) => Verdict::NotYet,
            (_, true) => Verdict::Met,
            (_, false) => Verdict::NotMet,
        }
    }
}

/// Reads an objective against the indicators.
pub(super) fn measured(
    words: &Words,
    period: &Period,
    objective: &Objective,
    found: &Indicators,
) -> Measured {
    let target = objective.target.to_string();
    let percent = percent_of(&target).unwrap_or(100);
    let (value, verdict) = match objective.key.as_str() {
        "conformity" | "coverage" => {
            let share = covered(found);
            let over = period.to.is_some_and(|last| last < found.on);
            let verdict = match share.so_far(percent) {
                Verdict::NotMet if !over => Verdict::NotYet,
                other => other,
            };
            (share.said_so_far(words, "figure-coverage"), verdict)
        }
        "schedule" | "punctuality" => {
            let share = Share { part: found.held_on_time, whole: found.audits_held + found.audits_late };
            (share.said_so_far(words, "figure-schedule"), share.so_far(percent))
        }
        "timeliness" | "reporting" => {
            let share = Share { part: found.reports_in_time, whole: found.reports_due };
            (share.said_so_far(words, "figure-reports"), share.so_far(percent))
        }
        "improvement" | "closure" => {
            let share = Share { part: found.closed_in_time, whole: found.closed };
            let verdict = if found.overdue > 0 { Verdict::NotMet } else { share.so_far(percent) };
            let said = share.said_so_far(words, "figure-closure");
            match found.overdue {
                0 => (said, verdict),
                overdue => {
                    let more = words.with("figure-overdue", "count", i64::from(overdue));
                    (format!("{said}; {more}"), verdict)
                }
            }
        }
        "satisfaction" | "feedback" => match found.feedback_hundredths {
            None => (words.say("figure-no-feedback"), Verdict::NotYet),
            Some(mean) => {
                let wanted = mark_of(&target).unwrap_or_default();
                let verdict = if mean >= wanted { Verdict::Met } else { Verdict::NotMet };
                (mean_said(words, mean, found.feedback_count), verdict)
            }
        },
        _ => (words.say("figure-none"), Verdict::Judged),
    };
    Measured {
        text: objective.text.to_string(),
        measure: objective.measure.to_string(),
        target,
        value,
        verdict,
    }
}

/// The mean mark in words.
pub(super) fn mean_said(words: &Words, hundredths: u32, count: u32) -> String {
    let mark = words.number(format!("{}.{:02}", hundredths / 100, hundredths % 100));
    words.with2("figure-feedback", "mark", mark, "count", i64::from(count))
}

/// The parts of the extent that were audited against each of their sets of criteria.
fn covered(found: &Indicators) -> Share {
    let len = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
    let held = found.coverage.iter().filter(|cell| !cell.held.is_empty()).count();
    Share { part: len(held), whole: len(found.coverage.len()) }
}

/// The indicators, each with its words, in the order in which an audit goes through them.
pub(super) fn all(words: &Words, found: &Indicators) -> Vec<(String, String, bool)> {
    let share = |part, whole| Share { part, whole };
    let plain = |number: u32| words.number(number);
    let of = |share: Share| share.said(words, "figure-of");
    let feedback = match found.feedback_hundredths {
        Some(mean) => mean_said(words, mean, found.feedback_count),
        None => words.say("figure-no-feedback"),
    };
    vec![
        (words.say("indicator-held"), of(share(found.audits_held, found.audits_planned)), false),
        (words.say("indicator-late"), plain(found.audits_late), found.audits_late > 0),
        (words.say("indicator-on-time"), of(share(found.held_on_time, found.audits_held)), false),
        (words.say("indicator-reports"), of(share(found.reports_in_time, found.reports_due)), false),
        (words.say("indicator-closed"), of(share(found.closed, found.nonconformities)), false),
        (words.say("indicator-overdue"), plain(found.overdue), found.overdue > 0),
        (words.say("indicator-coverage"), of(covered(found)), false),
        (words.say("indicator-feedback"), feedback, false),
    ]
}

/// The number that stands before a percent sign.
fn percent_of(target: &str) -> Option<u32> {
    let before = target.split_once('%')?.0.trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    let digits = before.chars().rev().take_while(char::is_ascii_digit).count();
    before.get(before.len() - digits..)?.parse().ok()
}

/// The first mark from 1 to 5 that a target names, in hundredths.
fn mark_of(target: &str) -> Option<u32> {
    let number = target.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).find_map(|part| {
        let (whole, rest) = part.split_once(['.', ',']).unwrap_or((part, ""));
        let hundredths: u32 = format!("{rest:0<2}").get(..2)?.parse().ok()?;
        Some(whole.parse::<u32>().ok()?.checked_mul(100)?.saturating_add(hundredths))
    });
    number.filter(|mark| (100..=500).contains(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_read_where_they_name_a_figure() {
        assert_eq!(percent_of("at least 90 %"), Some(90));
        assert_eq!(percent_of("95%"), Some(95));
        assert_eq!(percent_of("mindestens 80\u{a0}%"), Some(80));
        assert_eq!(percent_of("all"), None);
        assert_eq!(mark_of("at least 4"), Some(400));
        assert_eq!(mark_of("4,5 or better"), Some(450));
        assert_eq!(mark_of("good"), None);
    }

    #[test]
    fn a_share_of_nothing_is_not_yet_anything() {
        let share = |part, whole| Share { part, whole };
        assert_eq!(share(0, 0).so_far(100), Verdict::NotYet);
        assert_eq!(share(9, 10).so_far(90), Verdict::Met);
        assert_eq!(share(8, 10).so_far(90), Verdict::NotMet);
    }
}
