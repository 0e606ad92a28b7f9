//! The fixed words of the file, with their values in them; days as the language writes them.

use assize_domain::report_content::{Extent, Finding, FindingKind, Period, ReportContent, Requirement};

use crate::words::Words;

/// The words of a language.
pub(crate) struct Said {
    words: Words,
}

impl Said {
    pub(crate) const fn new(words: Words) -> Self {
        Self { words }
    }

    /// A text without values.
    pub(crate) fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// A text without values; nothing where there is none of that key.
    pub(crate) fn find(&self, key: &str) -> Option<String> {
        self.words.find(key)
    }

    /// A text with values.
    pub(crate) fn with(&self, key: &str, values: &[(&'static str, &str)]) -> String {
        self.words.with(key, values)
    }

    /// A text that chooses by numbers.
    pub(crate) fn count(&self, key: &str, numbers: &[(&'static str, u32)]) -> String {
        self.words.count(key, numbers)
    }

    /// A date; what is none stands as it is.
    pub(crate) fn day(&self, text: &str) -> String {
        let Some((year, month, day)) = parts(text) else { return text.to_owned() };
        let month = self.say(&format!("month-{month}"));
        self.with("date", &[("day", &day.to_string()), ("month", &month), ("year", &year.to_string())])
    }

    /// From a date to a date.
    pub(crate) fn span(&self, period: &Period) -> String {
        let (from, to) = (&period.from, &period.to);
        if from == to {
            return self.day(from);
        }
        let (Some((year, month, day)), Some((last_year, last_month, last_day))) = (parts(from), parts(to))
        else {
            return self.with("span", &[("from", &self.day(from)), ("to", &self.day(to))]);
        };
        let named = |month: u32| self.say(&format!("month-{month}"));
        let text = |number: u32| number.to_string();
        if year != last_year {
            self.with("span", &[("from", &self.day(from)), ("to", &self.day(to))])
        } else if month != last_month {
            self.with("span-year", &[("from", &text(day)), ("month", &named(month)), ("to", &self.day(to))])
        } else {
            self.with(
                "span-month",
                &[
                    ("from", &text(day)),
                    ("to", &text(last_day)),
                    ("month", &named(month)),
                    ("year", &text(year)),
                ],
            )
        }
    }

    /// When something was done: on a day, or from one to another.
    pub(crate) fn when(&self, period: &Period) -> String {
        if period.from == period.to {
            self.with("on-day", &[("day", &self.day(&period.from))])
        } else {
            self.with("from-to", &[("span", &self.span(period))])
        }
    }

    /// The words of each page's footer.
    pub(crate) fn footer(&self, content: &ReportContent) -> String {
        self.with("footer", &[("id", &content.document_id), ("version", &content.version.to_string())])
    }

    /// The kind of a finding, and the grade of a nonconformity.
    pub(crate) fn grade(&self, finding: &Finding) -> String {
        match (&finding.kind, &finding.grade) {
            (FindingKind::Nonconformity, Some(grade)) => grade.label.clone(),
            (FindingKind::Nonconformity, None) => self.say("nonconformity"),
            (FindingKind::OpportunityForImprovement, _) => self.say("opportunity_for_improvement"),
            (FindingKind::GoodPractice, _) => self.say("good_practice"),
        }
    }

    /// Whether something was met or found: `met-yes`, `found-no`.
    pub(crate) fn extent(&self, what: &str, extent: Extent) -> String {
        let word = match extent {
            Extent::Yes => "yes",
            Extent::Partly => "partly",
            Extent::No => "no",
        };
        self.say(&format!("{what}-{word}"))
    }
}

/// A requirement by its set, its id and its short label.
pub(crate) fn requirement(requirement: &Requirement) -> String {
    match &requirement.title {
        Some(title) => format!("{}, {} ({title})", requirement.criteria, requirement.id),
        None => format!("{}, {}", requirement.criteria, requirement.id),
    }
}

/// Year, month and day of a date.
fn parts(text: &str) -> Option<(u32, u32, u32)> {
    let mut parts = text.split('-').map(str::parse::<u32>);
    let date = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    (text.len() == 10 && parts.next().is_none() && (1..=12).contains(&date.1)).then_some(date)
}
