//! The audits of a programme in time.

use crate::canvas::{Anchor, Canvas, Rect, WIDTH};
use crate::day::{Dates, Day};
use crate::figure::{self, Caption, Figure, Page, Table, heads};
use crate::key::{Entry, key};
use crate::label::{self, width};
use crate::paint::Paint;
use crate::scale::{Days, many};

/// The most audits that are drawn.
pub const AUDITS_MAX: usize = 60;

/// The audits of a programme in its period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// Title and description.
    pub caption: Caption,
    /// The words of this picture.
    pub words: TimelineWords,
    /// The first day of the period.
    pub from: Day,
    /// The last day of the period.
    pub to: Day,
    /// Today, if it is to be shown.
    pub today: Option<Day>,
    /// The audits, in any order. One that lies outside the period is not drawn.
    pub audits: Vec<TimelineAudit>,
}

/// An audit in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineAudit {
    /// Its name.
    pub name: String,
    /// Its type, in words.
    pub kind: String,
    /// Where it stands.
    pub state: TimelineState,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// Where more is said of it, on this site.
    pub href: Option<String>,
}

/// Where an audit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimelineState {
    /// Planned: an outline.
    Planned,
    /// Being carried out: tinted.
    Running,
    /// Completed: solid.
    Completed,
    /// Cancelled: a broken outline.
    Cancelled,
}

/// The words of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TimelineWords {
    /// The months from January, short.
    pub months: [String; 12],
    /// Today.
    pub today: String,
    /// Head of the audits.
    pub audit: String,
    /// Head of the types.
    pub kind: String,
    /// Head of the states.
    pub state: String,
    /// Head of the first days.
    pub from: String,
    /// Head of the last days.
    pub to: String,
    /// Planned.
    pub planned: String,
    /// Being carried out.
    pub running: String,
    /// Completed.
    pub completed: String,
    /// Cancelled.
    pub cancelled: String,
    /// How days are written.
    pub dates: Dates,
}

const KIND: &str = "timeline";
const ROW: f64 = 31.0;
const BAR: f64 = 8.0;
const LABEL: f64 = 420.0;
/// Days less wide than this are widened to it, so that a day can be seen.
const BAR_MIN: f64 = 4.0;
/// The least room of a month's name.
const TICK: f64 = 27.0;
/// Between the name of an audit and what stands after it.
const GAP: f64 = 5.0;

impl TimelineState {
    const ALL: [Self; 4] = [Self::Planned, Self::Running, Self::Completed, Self::Cancelled];

    fn paint(self) -> Paint {
        match self {
            Self::Planned => Paint::Outline,
            Self::Running => Paint::Underway,
            Self::Completed => Paint::Solid,
            Self::Cancelled => Paint::Broken,
        }
    }

    fn word(self, words: &TimelineWords) -> &String {
        match self {
            Self::Planned => &words.planned,
            Self::Running => &words.running,
            Self::Completed => &words.completed,
            Self::Cancelled => &words.cancelled,
        }
    }
}

/// An audit at its place.
struct Placed<'a> {
    audit: &'a TimelineAudit,
    bar: (f64, f64),
    label: f64,
    row: usize,
}

impl Timeline {
    /// Draws it.
    #[must_use]
    pub fn figure(&self, page: &Page) -> Figure {
        let placed = self.placed();
        if self.audits.is_empty() {
            return figure::empty(KIND, &self.caption, self.head(), page);
        }
        let mut canvas = Canvas::new(page);
        let rows = placed.iter().map(|placed| placed.row + 1).max().unwrap_or(0);
        let top = 54.0;
        let bottom = top + many(rows) * ROW + 4.0;
        self.months(&mut canvas, bottom);
        self.today(&mut canvas, bottom);
        for placed in &placed {
            self.audit(&mut canvas, top, placed);
        }
        let mut end = bottom + 6.0;
        end += self.legend(&mut canvas, end);
        end += figure::left_out(&mut canvas, end, &self.caption, self.audits.len() - placed.len());
        figure::figure(canvas, KIND, &self.caption, end, self.table())
    }

    /// The period as a scale.
    fn scale(&self) -> Days {
        Days::new(0.0, self.from.number(), self.to.number() + 1)
    }

    fn by_day(&self) -> Vec<&TimelineAudit> {
        let mut audits: Vec<&TimelineAudit> = self.audits.iter().collect();
        audits.sort_by_key(|audit| (audit.from, audit.to));
        audits
    }

    /// Puts every audit into the first row where neither its bar nor its label meets another.
    fn placed(&self) -> Vec<Placed<'_>> {
        let scale = self.scale();
        let mut free_from: Vec<f64> = Vec::new();
        let mut placed = Vec::new();
        let within = |audit: &&TimelineAudit| audit.to >= self.from && audit.from <= self.to;
        for audit in self.by_day().into_iter().filter(within).take(AUDITS_MAX) {
            let (start, end) = (scale.x(audit.from.number()), scale.x(audit.to.number() + 1));
            let start = start.min(WIDTH - BAR_MIN);
            let bar = (start, end.max(start + BAR_MIN));
            let room = width(&self.label(audit)).min(LABEL);
            let label = start.min(WIDTH - room);
            let right = bar.1.max(label + room) + 10.0;
            let row = free_from.iter().position(|free| *free <= label).unwrap_or(free_from.len());
            match free_from.get_mut(row) {
                Some(free) => *free = right,
                None => free_from.push(right),
            }
            placed.push(Placed { audit, bar, label, row });
        }
        placed
    }

    fn second(&self, audit: &TimelineAudit) -> String {
        format!("{} · {}", audit.kind, audit.state.word(&self.words))
    }

    fn label(&self, audit: &TimelineAudit) -> String {
        format!("{}  {}", audit.name, self.second(audit))
    }

    fn audit(&self, canvas: &mut Canvas, top: f64, placed: &Placed<'_>) {
        let Placed { audit, bar: (start, end), label: x, row } = placed;
        let y = top + many(*row) * ROW;
        let name = format!(
            "{}, {}, {}, {} – {}",
            audit.name,
            audit.kind,
            audit.state.word(&self.words),
            self.words.dates.said(audit.from),
            self.words.dates.said(audit.to)
        );
        canvas.part(&name, audit.href.as_deref(), |canvas| {
            let second = self.second(audit);
            let first = label::fit(&audit.name, (LABEL - width(&second) - GAP).max(LABEL / 2.0));
            let second = label::fit(&second, LABEL - width(&first) - GAP);
            canvas.pair((*x, y + 10.0), &first, &second);
            canvas.rect(Rect::new(*start, y + 14.5, end - start, BAR), audit.state.paint());
        });
    }

    /// Lines at the months, or at as many of them as have room for their names, and the years below their names.
    fn months(&self, canvas: &mut Canvas, bottom: f64) {
        let scale = self.scale();
        let (first, last) = (self.from.month_number(), self.to.month_number());
        let months = last.saturating_sub(first) + 1;
        let step = [1, 3, 12, 24, 60, 120, 600, 1200, 6000, 12000]
            .into_iter()
            .find(|step| f64::from(months / step) * TICK <= WIDTH)
            .unwrap_or(120_000);
        canvas.line((0.0, 34.0), (WIDTH, 34.0), Paint::Axis);
        let mut year_free_from = 0.0;
        let mut month = first - first % step;
        while month <= last {
            let x = Day::first_of(month).map_or(0.0, |day| scale.x(day.number()));
            let quarter = month % 3 == 0;
            let upper = if month % 12 == 0 { 4.0 } else { 34.0 };
            if month >= first && x > 0.0 {
                canvas.line((x, upper), (x, if quarter { 38.0 } else { 36.0 }), Paint::Axis);
                if quarter {
                    canvas.line((x, 38.0), (x, bottom), Paint::Hair);
                }
            }
            let index = usize::try_from(month % 12).unwrap_or(0);
            let next = Day::first_of(month + step).map_or(WIDTH, |day| scale.x(day.number()));
            if let Some(name) = self.words.months.get(index).filter(|_| step < 12) {
                canvas.label((x + 3.0, 29.0), next - x - 3.0, Paint::Soft, name);
            }
            if (month % 12 == 0 || month <= first) && x >= year_free_from {
                let year = format!("{:04}", month / 12);
                if x + width(&year) + 3.0 <= WIDTH {
                    canvas.text((x + 3.0, 14.0), Anchor::Start, Paint::Text, &year);
                    year_free_from = x + width(&year) + 8.0;
                }
            }
            month += step;
        }
    }

    fn today(&self, canvas: &mut Canvas, bottom: f64) {
        let Some(today) = self.today.filter(|today| (self.from..=self.to).contains(today)) else { return };
        let x = self.scale().x(today.number());
        let word = format!("{} {}", self.words.today, self.words.dates.said(today));
        canvas.line((x, 34.0), (x, bottom), Paint::Today);
        let anchor = if x + width(&word) > WIDTH { Anchor::End } else { Anchor::Start };
        let shift = if matches!(anchor, Anchor::End) { -3.0 } else { 3.0 };
        canvas.label_at((x + shift, 47.0), anchor, WIDTH / 2.0, Paint::Alarm, &word);
    }

    fn legend(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let signs = TimelineState::ALL.map(|state| {
            let sign = move |canvas: &mut Canvas, rect: Rect| {
                canvas.rect(Rect::new(rect.x, rect.y + 2.0, rect.width, BAR), state.paint());
            };
            (sign, state.word(&self.words).clone())
        });
        let entries: Vec<Entry<'_>> =
            signs.iter().map(|(sign, word)| Entry { sign, word: word.clone() }).collect();
        key(canvas, top, &entries)
    }

    fn head(&self) -> Vec<String> {
        let words = &self.words;
        heads(&[&words.audit, &words.kind, &words.state, &words.from, &words.to])
    }

    fn table(&self) -> Table {
        let row = |audit: &TimelineAudit| {
            vec![
                audit.name.clone(),
                audit.kind.clone(),
                audit.state.word(&self.words).clone(),
                self.words.dates.said(audit.from),
                self.words.dates.said(audit.to),
            ]
        };
        let rows = self.by_day().into_iter().map(row).collect();
        Table { caption: self.caption.title.clone(), head: self.head(), rows }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn audits_in_one_row_do_not_meet() {
        let day = |month, day| Day::new(2026, month, day).unwrap();
        let audit = |from, to| TimelineAudit {
            name: "Audit".to_owned(),
            kind: "internal".to_owned(),
            state: TimelineState::Planned,
            from,
            to,
            href: None,
        };
        let timeline = Timeline {
            caption: Caption::default(),
            words: TimelineWords::default(),
            from: day(1, 1),
            to: day(12, 31),
            today: None,
            audits: (1..=12)
                .flat_map(|month| [audit(day(month, 3), day(month, 28)), audit(day(month, 5), day(month, 6))])
                .collect(),
        };
        let placed = timeline.placed();
        assert_eq!(placed.len(), 24);
        for (place, one) in placed.iter().enumerate() {
            for other in placed.iter().skip(place + 1).filter(|other| other.row == one.row) {
                let right = one.bar.1.max(one.label + width(&timeline.label(one.audit)));
                assert!(right < other.label && right < other.bar.0, "{:?} {:?}", one.bar, other.bar);
            }
        }
    }
}
