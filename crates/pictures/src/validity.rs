//! Things that hold for a time: from when to when, and which of them hold today.

use crate::canvas::{Anchor, Canvas, Rect, WIDTH};
use crate::day::{Dates, Day};
use crate::figure::{self, Caption, Figure, Page, Table, heads};
use crate::key::{Entry, key};
use crate::label::width;
use crate::paint::Paint;
use crate::scale::{Days, many};

/// The most rows that are drawn.
pub const ROWS_MAX: usize = 40;

/// What holds for how long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Validity {
    /// Title and description.
    pub caption: Caption,
    /// The words of this picture.
    pub words: ValidityWords,
    /// Today, if it is to be shown.
    pub today: Option<Day>,
    /// The rows, in order; those of one group after each other.
    pub rows: Vec<ValidityRow>,
}

/// Something that holds for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValidityRow {
    /// What it belongs to.
    pub group: String,
    /// Its name.
    pub name: String,
    /// Its kind, in words.
    pub kind: String,
    /// How it stands today.
    pub state: ValidityState,
    /// Its first day.
    pub from: Day,
    /// Its last day; none where it has no end.
    pub to: Option<Day>,
    /// Where more is said of it, on this site.
    pub href: Option<String>,
}

/// How something stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValidityState {
    /// It was gained and cannot be lost: a solid bar.
    Lasting,
    /// It holds: a tinted bar.
    Valid,
    /// It holds, and not for long: a bar in the colour of warning.
    EndsSoon,
    /// It holds no longer: a broken outline.
    Lapsed,
}

/// The words of this picture.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ValidityWords {
    /// Head of the groups.
    pub group: String,
    /// Head of the names.
    pub what: String,
    /// Head of the kinds.
    pub kind: String,
    /// Head of the states.
    pub state: String,
    /// Head of the first days.
    pub from: String,
    /// Head of the last days.
    pub to: String,
    /// Today.
    pub today: String,
    /// Gained for good.
    pub lasting: String,
    /// Valid.
    pub valid: String,
    /// Valid, and it ends soon.
    pub ends_soon: String,
    /// Valid no longer.
    pub lapsed: String,
    /// How days are written.
    pub dates: Dates,
}

const KIND: &str = "validity";
/// Where the names end and time begins.
const LEFT: f64 = 236.0;
const HEAD: f64 = 34.0;
const ROW: f64 = 19.0;
const GROUP: f64 = 22.0;
const BAR: f64 = 9.0;
/// Days less wide than this are widened to it, so that a day can be seen.
const BAR_MIN: f64 = 4.0;
/// The most years that are given a line each.
const YEARS_MAX: u32 = 14;

impl ValidityState {
    /// Every state, in the order of the key.
    pub const ALL: [Self; 4] = [Self::Lasting, Self::Valid, Self::EndsSoon, Self::Lapsed];

    fn paint(self) -> Paint {
        match self {
            Self::Lasting => Paint::Solid,
            Self::Valid => Paint::Underway,
            Self::EndsSoon => Paint::BarMinor,
            Self::Lapsed => Paint::Broken,
        }
    }

    fn word(self, words: &ValidityWords) -> &String {
        match self {
            Self::Lasting => &words.lasting,
            Self::Valid => &words.valid,
            Self::EndsSoon => &words.ends_soon,
            Self::Lapsed => &words.lapsed,
        }
    }
}

impl Validity {
    /// Draws it.
    #[must_use]
    pub fn figure(&self, page: &Page) -> Figure {
        if self.rows.is_empty() {
            return figure::empty(KIND, &self.caption, self.head(), page);
        }
        let mut canvas = Canvas::new(page);
        let bottom = HEAD + self.height() + 4.0;
        let scale = self.years(&mut canvas, bottom);
        self.today(&mut canvas, scale, bottom);
        let mut y = HEAD;
        let mut group = None;
        for row in self.rows.iter().take(ROWS_MAX) {
            if group != Some(&row.group) {
                canvas.label((0.0, y + 15.0), LEFT - 12.0, Paint::Soft, &row.group);
                (group, y) = (Some(&row.group), y + GROUP);
            }
            self.row(&mut canvas, scale, y, row);
            y += ROW;
        }
        let mut end = bottom + 6.0;
        end += self.legend(&mut canvas, end);
        end += figure::left_out(&mut canvas, end, &self.caption, self.rows.len().saturating_sub(ROWS_MAX));
        figure::figure(canvas, KIND, &self.caption, end, self.table())
    }

    fn today(&self, canvas: &mut Canvas, scale: Days, bottom: f64) {
        let Some(today) = self.today else { return };
        let x = scale.x(today.number());
        canvas.line((x, HEAD - 4.0), (x, bottom), Paint::Today);
        let word = format!("{} {}", self.words.today, self.words.dates.said(today));
        let anchor = if x + width(&word) > WIDTH { Anchor::End } else { Anchor::Start };
        canvas.label_at((x, HEAD - 22.0), anchor, WIDTH / 2.0, Paint::Alarm, &word);
    }

    fn height(&self) -> f64 {
        let drawn = self.rows.iter().take(ROWS_MAX);
        let mut groups = 0;
        let mut last = None;
        for row in drawn.clone() {
            groups += usize::from(last != Some(&row.group));
            last = Some(&row.group);
        }
        many(groups) * GROUP + many(drawn.count()) * ROW
    }

    /// Lines at the years, or at as many of them as have room; gives the scale that they are drawn on, from the first day of a year to
    /// the last of another.
    fn years(&self, canvas: &mut Canvas, bottom: f64) -> Days {
        let drawn = || self.rows.iter().take(ROWS_MAX);
        let days = drawn().map(|row| row.from).chain(drawn().filter_map(|row| row.to)).chain(self.today);
        let first = days.clone().map(|day| day.month_number() / 12).min().unwrap_or_default();
        let last = days.map(|day| day.month_number() / 12).max().unwrap_or_default();
        let start = Day::first_of(first * 12).map_or(0, Day::number);
        let end =
            Day::first_of((last + 1) * 12).map_or(start + 366 * i64::from(last - first + 1), Day::number);
        let scale = Days::new(LEFT, start, end);
        canvas.line((LEFT, HEAD - 4.0), (WIDTH, HEAD - 4.0), Paint::Axis);
        let step =
            [1, 2, 5, 10, 20, 50, 100, 500, 1000].into_iter().find(|step| (last - first) / step < YEARS_MAX);
        let step = step.unwrap_or(5_000);
        let mut year = first.div_ceil(step) * step;
        while year <= last {
            if let Some(day) = Day::first_of(year * 12) {
                let x = scale.x(day.number());
                let next = Day::first_of((year + step) * 12).map_or(WIDTH, |day| scale.x(day.number()));
                canvas.line((x, HEAD - 4.0), (x, bottom), Paint::Hair);
                let name = format!("{year:04}");
                if x + width(&name) <= next {
                    canvas.text((x + 2.0, HEAD - 8.0), Anchor::Start, Paint::Soft, &name);
                }
            }
            year += step;
        }
        scale
    }

    fn row(&self, canvas: &mut Canvas, scale: Days, y: f64, row: &ValidityRow) {
        let from = self.words.dates.said(row.from);
        let to = row.to.map_or(String::new(), |to| self.words.dates.said(to));
        let state = row.state.word(&self.words);
        let name = format!("{}, {}, {}: {state}, {from} – {to}", row.group, row.name, row.kind);
        canvas.part(&name, row.href.as_deref(), |canvas| {
            canvas.label((10.0, y + 13.0), LEFT - 32.0, Paint::Text, &row.name);
            let start = scale.x(row.from.number()).min(WIDTH - BAR_MIN);
            let end = row.to.map_or(WIDTH, |to| scale.x(to.number())).max(start + BAR_MIN);
            let bar = Rect::new(start, y + 5.0, end - start, BAR);
            canvas.rect(bar, row.state.paint());
        });
    }

    fn legend(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let signs = ValidityState::ALL.map(|state| {
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
        heads(&[&words.group, &words.what, &words.kind, &words.state, &words.from, &words.to])
    }

    fn table(&self) -> Table {
        let row = |row: &ValidityRow| {
            vec![
                row.group.clone(),
                row.name.clone(),
                row.kind.clone(),
                row.state.word(&self.words).clone(),
                self.words.dates.said(row.from),
                row.to.map_or(String::new(), |to| self.words.dates.said(to)),
            ]
        };
        Table {
            caption: self.caption.title.clone(),
            head: self.head(),
            rows: self.rows.iter().map(row).collect(),
        }
    }
}
