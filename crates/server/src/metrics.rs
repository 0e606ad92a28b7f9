//! Counts for Prometheus, in its text form: of this process, since it began.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use assize_store::{Health, LetterTally};

/// Upper bounds of the buckets of durations, in milliseconds.
const BUCKETS_MILLIS: [u64; 11] = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000];

/// The counts. Every label has few values: templates of routes, names of commands, ids of rules.
#[derive(Debug, Default)]
pub(crate) struct Metrics {
    counts: Mutex<Counts>,
}

#[derive(Debug, Default)]
struct Counts {
    requests: BTreeMap<(String, &'static str, u16), u64>,
    durations: BTreeMap<(String, &'static str), Durations>,
    acts: BTreeMap<(&'static str, &'static str), u64>,
    refusals: BTreeMap<&'static str, u64>,
    letters: BTreeMap<&'static str, u64>,
}

#[derive(Debug, Default)]
struct Durations {
    buckets: [u64; BUCKETS_MILLIS.len()],
    count: u64,
    sum: Duration,
}

/// What became of an act.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Outcome {
    Done,
    Repeated,
    Refused,
    KeyReused,
    Fault,
}

impl Metrics {
    pub(crate) fn request(&self, route: &str, method: &'static str, status: u16, took: Duration) {
        let mut counts = self.lock();
        *counts.requests.entry((route.to_owned(), method, status)).or_default() += 1;
        let durations = counts.durations.entry((route.to_owned(), method)).or_default();
        for (bucket, bound) in durations.buckets.iter_mut().zip(BUCKETS_MILLIS) {
            if took <= Duration::from_millis(bound) {
                *bucket += 1;
            }
        }
        durations.count += 1;
        durations.sum += took;
    }

    pub(crate) fn act(&self, command: &'static str, outcome: Outcome) {
        let outcome = match outcome {
            Outcome::Done => "done",
            Outcome::Repeated => "repeated",
            Outcome::Refused => "refused",
            Outcome::KeyReused => "key_reused",
            Outcome::Fault => "fault",
        };
        *self.lock().acts.entry((command, outcome)).or_default() += 1;
    }

    pub(crate) fn refusal(&self, rule: &'static str) {
        *self.lock().refusals.entry(rule).or_default() += 1;
    }

    /// A letter was sent, is tried again later, or was given up.
    pub(crate) fn letter(&self, outcome: &'static str) {
        *self.lock().letters.entry(outcome).or_default() += 1;
    }

    /// The counts in the text form, version 0.0.4; letters, and how the store stands, are what the store knows for all processes.
    pub(crate) fn text(&self, tally: Option<LetterTally>, health: Option<&Health>) -> String {
        let counts = self.lock();
        let mut out = String::new();
        head(&mut out, "assize_http_requests_total", "counter", "Requests answered.");
        for ((route, method, status), count) in &counts.requests {
            let _ = writeln!(
                out,
                "assize_http_requests_total{{method=\"{method}\",route=\"{route}\",status=\"{status}\"}} {count}"
            );
        }
        let name = "assize_http_request_duration_seconds";
        head(&mut out, name, "histogram", "Time from a request's head to its answer's head, in seconds.");
        for ((route, method), durations) in &counts.durations {
            let labels = format!("method=\"{method}\",route=\"{route}\"");
            for (bound, count) in BUCKETS_MILLIS.iter().zip(durations.buckets) {
                let bound = Duration::from_millis(*bound).as_secs_f64();
                let _ = writeln!(out, "{name}_bucket{{{labels},le=\"{bound}\"}} {count}");
            }
            let _ = writeln!(out, "{name}_bucket{{{labels},le=\"+Inf\"}} {}", durations.count);
            let _ = writeln!(out, "{name}_sum{{{labels}}} {}", durations.sum.as_secs_f64());
            let _ = writeln!(out, "{name}_count{{{labels}}} {}", durations.count);
        }
        head(&mut out, "assize_acts_total", "counter", "Commands given, by what became of them.");
        for ((command, outcome), count) in &counts.acts {
            let _ = writeln!(out, "assize_acts_total{{command=\"{command}\",outcome=\"{outcome}\"}} {count}");
        }
        head(&mut out, "assize_refusals_total", "counter", "Refusals, by the rule that refused.");
        for (rule, count) in &counts.refusals {
            let _ = writeln!(out, "assize_refusals_total{{rule=\"{rule}\"}} {count}");
        }
        head(&mut out, "assize_letters_total", "counter", "Tries to send a letter, by what became of them.");
        for (outcome, count) in &counts.letters {
            let _ = writeln!(out, "assize_letters_total{{outcome=\"{outcome}\"}} {count}");
        }
        if let Some(tally) = tally {
            head(&mut out, "assize_letters_waiting", "gauge", "Letters of the store that wait to be sent.");
            let _ = writeln!(out, "assize_letters_waiting {}", tally.waiting);
            head(
                &mut out,
                "assize_letters_given_up",
                "gauge",
                "Letters of the store given up within 30 days.",
            );
            let _ = writeln!(out, "assize_letters_given_up {}", tally.given_up);
        }
        if let Some(health) = health {
            store_into(&mut out, health);
        }
        out
    }

    fn lock(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How the store stands. What is not there, as a backup that was never written, has no line.
fn store_into(out: &mut String, health: &Health) {
    let seconds = |millis: i64| millis as f64 / 1_000.0;
    let gauges = [
        ("assize_journal_entries", "Entries of the journal.", Some(health.entries as f64)),
        (
            "assize_log_unpublished_entries",
            "Entries that the published log does not have yet.",
            Some(health.unpublished as f64),
        ),
        (
            "assize_log_unpublished_seconds",
            "Age of the oldest of them.",
            Some(seconds(health.unpublished_millis)),
        ),
        (
            "assize_clock_apart_seconds",
            "How far the database's clock is ahead of this process's.",
            Some(seconds(health.database_ahead_millis)),
        ),
        (
            "assize_notice_oldest_seconds",
            "Age of the oldest notice that nobody was told of.",
            Some(seconds(health.notice_millis.unwrap_or_default())),
        ),
        (
            "assize_letter_overdue_seconds",
            "For how long a letter has been due.",
            Some(seconds(health.letter_millis.unwrap_or_default())),
        ),
        ("assize_backup_age_seconds", "Age of the last backup.", health.backup_millis.map(seconds)),
    ];
    for (name, help, value) in gauges {
        if let Some(value) = value {
            head(out, name, "gauge", help);
            let _ = writeln!(out, "{name} {value}");
        }
    }
    head(
        out,
        "assize_room_free_ratio",
        "gauge",
        "The part that is free of each place on this machine, by its number.",
    );
    for (number, room) in health.room.iter().enumerate() {
        let _ = writeln!(
            out,
            "assize_room_free_ratio{{place=\"{number}\"}} {}",
            room.free as f64 / room.all.max(1) as f64
        );
    }
}

fn head(out: &mut String, name: &str, kind: &str, help: &str) {
    let _ = writeln!(out, "# HELP {name} {help}\n# TYPE {name} {kind}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_counts_in_every_bucket_it_fits() {
        let metrics = Metrics::default();
        metrics.request("/a", "GET", 200, Duration::from_millis(30));
        metrics.request("/a", "GET", 200, Duration::from_secs(20));
        let text = metrics.text(None, None);
        let bucket = |le: &str| {
            format!("assize_http_request_duration_seconds_bucket{{method=\"GET\",route=\"/a\",le=\"{le}\"}}")
        };
        assert!(text.contains(&format!("{} 0\n", bucket("0.025"))), "{text}");
        assert!(text.contains(&format!("{} 1\n", bucket("0.05"))), "{text}");
        assert!(text.contains(&format!("{} 1\n", bucket("10"))), "{text}");
        assert!(text.contains(&format!("{} 2\n", bucket("+Inf"))), "{text}");
        assert!(text.contains("assize_http_requests_total{method=\"GET\",route=\"/a\",status=\"200\"} 2\n"));
    }
}
