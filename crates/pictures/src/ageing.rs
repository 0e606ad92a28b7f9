//! Open nonconformities by age, against their due dates.

use crate::canvas::{Anchor, Canvas, Rect, WIDTH};
use crate::day::{Dates, Day};
use crate::figure::{self, Caption, Figure, Page, Table, heads};
use crate::grade::{Grade, GradeWords};
use crate::key::{Entry, key};
use crate::paint::Paint;
use crate::scale::{many, real, ticks};

/// The most nonconformities that are drawn.
pub const OPEN_MAX: usize = 40;

/// The nonconformities that are open today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ageing {
    /// Title and description.
    pub caption: Caption,
    /// The words of this picture.
    pub words: AgeingWords,
    /// The day on which they are looked at.
    pub today: Day,
    /// The open ones, in any order.
    pub open: Vec<OpenNonconformity>,
}

/// A nonconformity that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenNonconformity {
    /// Its number and short name.
    pub label: String,
    /// Its grade.
    pub grade: Grade,
    /// The day from which its age counts.
    pub opened: Day,
    /// The day by which it is to be closed, if that is agreed.
    pub due: Option<Day>,
    /// Where more is said of it, on this site.
    pub href: Option<String>,
}

/// The words of the ageing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AgeingWords {
    /// Head of the nonconformities.
    pub nonconformity: String,
    /// Head of the grades.
    pub grade: String,
    /// The grades.
    pub grades: GradeWords,
    /// Head of the days on which they were opened.
    pub opened: String,
    /// Head of the due days.
    pub due: String,
    /// The age, in days.
    pub days: String,
    /// Overdue, in days.
    pub overdue: String,
    /// How days are written.
    pub dates: Dates,
}

const KIND: &str = "ageing";
const ROW: f64 = 21.0;
const TOP: f64 = 40.0;
const NAME: f64 = 206.0;
const PLOT: f64 = 236.0;
const AGE_END: f64 = NAME + PLOT + 38.0;
const DUE: f64 = AGE_END + 14.0;
const OVERDUE_END: f64 = WIDTH;

impl OpenNonconformity {
    fn age_days(&self, today: Day) -> u64 {
        days_between(self.opened, today)
    }

    /// From opening to the due day; 0 if that was before.
    fn allowed_days(&self) -> Option<u64> {
        self.due.map(|due| days_between(self.opened, due))
    }

    /// 0 if it is not overdue.
    fn overdue_days(&self, today: Day) -> u64 {
        self.due.map_or(0, |due| days_between(due, today))
    }
}

/// From one day to a later one; 0 if it is not later.
fn days_between(from: Day, to: Day) -> u64 {
    u64::try_from(to.number() - from.number()).unwrap_or(0)
}

impl Ageing {
    /// Draws it.
    #[must_use]
    pub fn figure(&self, page: &Page) -> Figure {
        if self.open.is_empty() {
            return figure::empty(KIND, &self.caption, self.head(), page);
        }
        let open = self.oldest_first();
        let drawn: Vec<&OpenNonconformity> = open.iter().copied().take(OPEN_MAX).collect();
        let longest = drawn
            .iter()
            .map(|open| open.age_days(self.today).max(open.allowed_days().unwrap_or(0)))
            .max()
            .unwrap_or(0);
        let ages = ticks(longest, 5);
        let most = ages.last().copied().unwrap_or(1).max(1);
        let x = move |days: u64| NAME + real(days) / real(most) * PLOT;
        let mut canvas = Canvas::new(page);
        let bottom = TOP + many(drawn.len()) * ROW;
        self.axis(&mut canvas, bottom, &ages, x);
        for (row, open) in drawn.iter().enumerate() {
            self.row(&mut canvas, TOP + many(row) * ROW, open, x);
        }
        let mut end = bottom + 8.0;
        end += self.legend(&mut canvas, end);
        end += figure::left_out(&mut canvas, end, &self.caption, open.len() - drawn.len());
        figure::figure(canvas, KIND, &self.caption, end, self.table(&open))
    }

    fn oldest_first(&self) -> Vec<&OpenNonconformity> {
        let mut open: Vec<&OpenNonconformity> = self.open.iter().collect();
        open.sort_by_key(|open| (open.opened, open.grade));
        open
    }

    fn axis(&self, canvas: &mut Canvas, bottom: f64, ages: &[u64], x: impl Fn(u64) -> f64) {
        let words = &self.words;
        canvas.label((NAME, 12.0), PLOT, Paint::Soft, &words.days);
        canvas.label((DUE, 12.0), 64.0, Paint::Soft, &words.due);
        canvas.label_at((OVERDUE_END, 12.0), Anchor::End, 84.0, Paint::Soft, &words.overdue);
        for age in ages {
            canvas.line((x(*age), 34.0), (x(*age), bottom), Paint::Hair);
            canvas.text((x(*age), 29.0), Anchor::Middle, Paint::Soft, &age.to_string());
        }
        canvas.line((NAME, 34.0), (NAME, bottom), Paint::Axis);
    }

    fn row(&self, canvas: &mut Canvas, y: f64, open: &OpenNonconformity, x: impl Fn(u64) -> f64) {
        let age = open.age_days(self.today);
        let overdue = open.overdue_days(self.today);
        let (top, base) = (y + 4.0, y + 14.5);
        canvas.part(&self.said(open), open.href.as_deref(), |canvas| {
            open.grade.mark(canvas, (6.0, y + 10.5));
            canvas.label((17.0, base), NAME - 25.0, Paint::Text, &open.label);
            let in_time = open.allowed_days().map_or(age, |allowed| allowed.min(age));
            let bar = |from: f64, to: f64| Rect::new(from, top, to - from, 12.0);
            if in_time > 0 {
                canvas.rect(bar(x(0), x(in_time)), open.grade.bar());
            }
            if overdue > 0 && age > in_time {
                canvas.hatch(bar(x(in_time), x(age)));
            }
            if let Some(allowed) = open.allowed_days() {
                if allowed > age {
                    canvas.line((x(age), y + 10.0), (x(allowed), y + 10.0), Paint::Axis);
                }
                canvas.line((x(allowed), y + 1.5), (x(allowed), y + 18.5), Paint::Line);
            }
            canvas.text((AGE_END, base), Anchor::End, Paint::Text, &age.to_string());
            if let Some(due) = open.due {
                let paint = if overdue > 0 { Paint::Alarm } else { Paint::Text };
                canvas.text((DUE, base), Anchor::Start, paint, &self.words.dates.said(due));
            }
            if overdue > 0 {
                canvas.text((OVERDUE_END, base), Anchor::End, Paint::Alarm, &overdue.to_string());
            }
        });
    }

    fn said(&self, open: &OpenNonconformity) -> String {
        let words = &self.words;
        let mut said = format!(
            "{}, {}, {} {}",
            open.label,
            words.grades.of(open.grade),
            words.days,
            open.age_days(self.today)
        );
        if let Some(due) = open.due {
            said.push_str(&format!(", {} {}", words.due, words.dates.said(due)));
        }
        let overdue = open.overdue_days(self.today);
        if overdue > 0 {
            said.push_str(&format!(", {} {overdue}", words.overdue));
        }
        said
    }

    fn legend(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let words = &self.words;
        let used: Vec<Grade> = Grade::ALL
            .into_iter()
            .filter(|grade| self.open.iter().any(|open| open.grade == *grade))
            .collect();
        let marks: Vec<_> = used
            .into_iter()
            .map(|grade| {
                let sign = move |canvas: &mut Canvas, rect: Rect| grade.mark(canvas, rect.centre());
                (sign, words.grades.of(grade).clone())
            })
            .collect();
        let due = |canvas: &mut Canvas, rect: Rect| {
            let (x, _) = rect.centre();
            canvas.line((x, rect.y - 1.0), (x, rect.y + rect.height + 1.0), Paint::Line);
        };
        let overdue = |canvas: &mut Canvas, rect: Rect| canvas.hatch(rect);
        let mut entries: Vec<Entry<'_>> =
            marks.iter().map(|(sign, word)| Entry { sign, word: word.clone() }).collect();
        entries.push(Entry { sign: &due, word: words.due.clone() });
        entries.push(Entry { sign: &overdue, word: words.overdue.clone() });
        key(canvas, top, &entries)
    }

    fn head(&self) -> Vec<String> {
        let words = &self.words;
        heads(&[&words.nonconformity, &words.grade, &words.opened, &words.days, &words.due, &words.overdue])
    }

    fn table(&self, open: &[&OpenNonconformity]) -> Table {
        let row = |open: &&OpenNonconformity| {
            let overdue = open.overdue_days(self.today);
            vec![
                open.label.clone(),
                self.words.grades.of(open.grade).clone(),
                self.words.dates.said(open.opened),
                open.age_days(self.today).to_string(),
                open.due.map_or(String::new(), |due| self.words.dates.said(due)),
                if overdue > 0 { overdue.to_string() } else { String::new() },
            ]
        };
        Table { caption: self.caption.title.clone(), head: self.head(), rows: open.iter().map(row).collect() }
    }
}
