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
    organizations: BTreeMap<String, Requests>,
}

/// Requests of an organization of an installation.
#[derive(Debug, Default)]
struct Requests {
    answered: u64,
    turned_away: u64,
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
            stores_into(&mut out, &[(None, health)]);
        }
        out
    }

    /// A request of an organization was handed to it.
    pub(crate) fn of_organization(&self, name: &str) {
        self.lock().organizations.entry(name.to_owned()).or_default().answered += 1;
    }

    /// A request of an organization was turned away, since too many of it wait.
    pub(crate) fn turned_away(&self, name: &str) {
        self.lock().organizations.entry(name.to_owned()).or_default().turned_away += 1;
    }

    /// The counts of a server of many organizations: routes and acts of all together; places, and how the stores stand that are open, of each.
    pub(crate) fn text_of_many(
        &self,
        places: &[(String, usize, usize)],
        healths: &[(String, Health)],
    ) -> String {
        let mut out = self.text(None, None);
        let name = "assize_organization_requests_total";
        head(&mut out, name, "counter", "Requests of an organization, by what became of them.");
        for (organization, requests) in &self.lock().organizations {
            for (outcome, count) in [("answered", requests.answered), ("turned_away", requests.turned_away)] {
                let _ =
                    writeln!(out, "{name}{{organization=\"{organization}\",outcome=\"{outcome}\"}} {count}");
            }
        }
        let name = "assize_organization_places";
        head(&mut out, name, "gauge", "Requests of an organization that are answered, and that wait.");
        for (organization, taken, waiting) in places {
            for (state, count) in [("taken", taken), ("waiting", waiting)] {
                let _ = writeln!(out, "{name}{{organization=\"{organization}\",state=\"{state}\"}} {count}");
            }
        }
        head(&mut out, "assize_organizations_open", "gauge", "Organizations that are open in this server.");
        let _ = writeln!(out, "assize_organizations_open {}", healths.len());
        let of: Vec<_> = healths.iter().map(|(name, health)| (Some(name.as_str()), health)).collect();
        stores_into(&mut out, &of);
        out
    }

    fn lock(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a gauge is called, what it says, and its value where there is one.
type Gauge = (&'static str, &'static str, fn(&Health) -> Option<f64>);

fn seconds(millis: i64) -> f64 {
    millis as f64 / 1_000.0
}

const GAUGES: [Gauge; 7] = [
    ("assize_journal_entries", "Entries of the journal.", |health| Some(health.entries as f64)),
    ("assize_log_unpublished_entries", "Entries that the published log does not have yet.", |health| {
        Some(health.unpublished as f64)
    }),
    ("assize_log_unpublished_seconds", "Age of the oldest of them.", |health| {
        Some(seconds(health.unpublished_millis))
    }),
    ("assize_clock_apart_seconds", "How far the database's clock is ahead of this process's.", |health| {
        Some(seconds(health.database_ahead_millis))
    }),
    ("assize_notice_oldest_seconds", "Age of the oldest notice that nobody was told of.", |health| {
        Some(seconds(health.notice_millis.unwrap_or_default()))
    }),
    ("assize_letter_overdue_seconds", "For how long a letter has been due.", |health| {
        Some(seconds(health.letter_millis.unwrap_or_default()))
    }),
    ("assize_backup_age_seconds", "Age of the last backup.", |health| health.backup_millis.map(seconds)),
];

/// How stores stand, of each where there are several. What is not there, as a backup that was never written, has no line.
fn stores_into(out: &mut String, stores: &[(Option<&str>, &Health)]) {
    let label = |organization: &Option<&str>| organization.map(|name| format!("organization=\"{name}\""));
    for (name, help, value) in GAUGES {
        let mut values =
            stores.iter().filter_map(|(of, health)| Some((label(of), value(health)?))).peekable();
        if values.peek().is_some() {
            head(out, name, "gauge", help);
        }
        for (label, value) in values {
            let label = label.map(|label| format!("{{{label}}}")).unwrap_or_default();
            let _ = writeln!(out, "{name}{label} {value}");
        }
    }
    let name = "assize_room_free_ratio";
    head(out, name, "gauge", "The part that is free of each place on this machine, by its number.");
    for (of, health) in stores {
        let of = label(of).map(|label| format!("{label},")).unwrap_or_default();
        for (number, room) in health.room.iter().enumerate() {
            let free = room.free as f64 / room.all.max(1) as f64;
            let _ = writeln!(out, "{name}{{{of}place=\"{number}\"}} {free}");
        }
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
