//! How far an audit is: its working papers by state, and the minutes used of those planned.

use crate::canvas::{Anchor, Canvas, Rect, WIDTH};
use crate::figure::{self, Caption, Figure, Page, Table, heads};
use crate::key::{Entry, key};
use crate::label::width;
use crate::paint::Paint;
use crate::scale::real;

/// How far an audit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Title and description.
    pub caption: Caption,
    /// The words of this picture.
    pub words: ProgressWords,
    /// Papers without an evaluation.
    pub papers_open: u32,
    /// Papers that were evaluated and not reviewed yet.
    pub papers_evaluated: u32,
    /// Papers that were reviewed.
    pub papers_reviewed: u32,
    /// Papers that were not audited or do not apply.
    pub papers_set_aside: u32,
    /// Minutes that were used.
    pub used_minutes: u32,
    /// Minutes that were planned.
    pub planned_minutes: u32,
    /// Where the papers are, on this site.
    pub href: Option<String>,
}

/// The words of the progress.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProgressWords {
    /// Head of what is counted.
    pub what: String,
    /// Head of the numbers.
    pub number: String,
    /// Working papers.
    pub papers: String,
    /// Open.
    pub open: String,
    /// Evaluated.
    pub evaluated: String,
    /// Reviewed.
    pub reviewed: String,
    /// Not audited or not applicable.
    pub set_aside: String,
    /// Minutes.
    pub minutes: String,
    /// Minutes used.
    pub used: String,
    /// Minutes planned.
    pub planned: String,
    /// Minutes used beyond those planned.
    pub beyond: String,
}

const KIND: &str = "progress";

/// Minutes in hours and minutes, which English and German write alike.
fn time(minutes: u32) -> String {
    format!("{} h {:02} min", minutes / 60, minutes % 60)
}

const BAR: f64 = 22.0;
const NAME: f64 = 120.0;
const PLOT: f64 = WIDTH - NAME - 1.0;

impl Progress {
    /// Draws it.
    #[must_use]
    pub fn figure(&self, page: &Page) -> Figure {
        if self.papers() == 0 && self.used_minutes == 0 && self.planned_minutes == 0 {
            let mut figure = figure::empty(KIND, &self.caption, self.head(), page);
            figure.table = self.table();
            return figure;
        }
        let mut canvas = Canvas::new(page);
        let mut y = 2.0;
        if self.papers() > 0 {
            y = self.papers_bar(&mut canvas, y);
        }
        if self.used_minutes > 0 || self.planned_minutes > 0 {
            y = self.minutes_bar(&mut canvas, y);
        }
        figure::figure(canvas, KIND, &self.caption, y, self.table())
    }

    /// From what is finished to what is open.
    fn states(&self) -> [(&String, u32, Paint, Paint); 4] {
        let words = &self.words;
        [
            (&words.reviewed, self.papers_reviewed, Paint::Solid, Paint::Knockout),
            (&words.evaluated, self.papers_evaluated, Paint::Underway, Paint::Text),
            (&words.set_aside, self.papers_set_aside, Paint::Broken, Paint::Text),
            (&words.open, self.papers_open, Paint::Outline, Paint::Text),
        ]
    }

    fn papers(&self) -> u64 {
        self.states().iter().map(|(_, count, ..)| u64::from(*count)).sum()
    }

    fn papers_bar(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let all = self.papers();
        canvas.label((0.0, top + 15.0), NAME - 8.0, Paint::Text, &format!("{} {all}", self.words.papers));
        let mut x = NAME;
        for (word, count, paint, on) in self.states() {
            let broad = real(count.into()) / real(all) * PLOT;
            if count > 0 {
                canvas.part(&format!("{word} {count}"), self.href.as_deref(), |canvas| {
                    canvas.rect(Rect::new(x + 0.75, top, (broad - 1.5).max(0.75), BAR), paint);
                    let text = count.to_string();
                    if width(&text) + 6.0 <= broad {
                        canvas.text((x + broad / 2.0, top + 15.5), Anchor::Middle, on, &text);
                    }
                });
            }
            x += broad;
        }
        let signs = self.states().map(|(word, count, paint, _)| {
            let sign = move |canvas: &mut Canvas, rect: Rect| canvas.rect(rect.inset(1.0), paint);
            (sign, format!("{word} {count}"))
        });
        let entries: Vec<Entry<'_>> =
            signs.iter().map(|(sign, word)| Entry { sign, word: word.clone() }).collect();
        top + BAR + 8.0 + key(canvas, top + BAR + 8.0, &entries) + 12.0
    }

    fn minutes_bar(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let (used, planned) = (u64::from(self.used_minutes), u64::from(self.planned_minutes));
        let most = used.max(planned).max(1);
        let x = |minutes: u64| NAME + real(minutes) / real(most) * PLOT;
        let (middle, in_time) = (top + BAR / 2.0, used.min(planned));
        canvas.label((0.0, top + 15.0), NAME - 8.0, Paint::Text, &self.words.minutes);
        canvas.part(&self.minutes_said(), None, |canvas| {
            canvas.line((NAME, middle), (x(most), middle), Paint::Axis);
            if in_time > 0 {
                canvas.rect(Rect::new(NAME, middle - 5.0, x(in_time) - NAME, 10.0), Paint::Solid);
            }
            if used > planned {
                canvas.hatch(Rect::new(x(planned), middle - 5.0, x(used) - x(planned), 10.0));
            }
            canvas.line((x(planned), top), (x(planned), top + BAR), Paint::Line);
        });
        let paint = if used > planned { Paint::Alarm } else { Paint::Soft };
        canvas.label((NAME, top + BAR + 14.0), PLOT, paint, &self.minutes_said());
        top + BAR + 22.0
    }

    fn beyond_minutes(&self) -> u32 {
        self.used_minutes.saturating_sub(self.planned_minutes)
    }

    fn minutes_said(&self) -> String {
        let words = &self.words;
        let said = format!(
            "{} {} · {} {}",
            words.used,
            time(self.used_minutes),
            words.planned,
            time(self.planned_minutes)
        );
        match self.beyond_minutes() {
            0 => said,
            beyond => format!("{said} · {} {}", words.beyond, time(beyond)),
        }
    }

    fn head(&self) -> Vec<String> {
        heads(&[&self.words.what, &self.words.number])
    }

    fn table(&self) -> Table {
        let words = &self.words;
        let mut rows = vec![vec![words.papers.clone(), self.papers().to_string()]];
        let states = self.states();
        rows.extend(states.iter().map(|(word, count, ..)| vec![(*word).clone(), count.to_string()]));
        let minutes = [
            (&words.used, self.used_minutes),
            (&words.planned, self.planned_minutes),
            (&words.beyond, self.beyond_minutes()),
        ];
        rows.extend(minutes.map(|(word, minutes)| vec![word.clone(), time(minutes)]));
        Table { caption: self.caption.title.clone(), head: self.head(), rows }
    }
}
