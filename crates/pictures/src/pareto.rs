//! Findings by clause, from the most, with their cumulative part.

use crate::canvas::{Anchor, Canvas, Rect, WIDTH};
use crate::figure::{self, Caption, Figure, Page, Table, heads};
use crate::grade::{Grade, GradeWords};
use crate::key::{Entry, key};
use crate::label::width;
use crate::paint::Paint;
use crate::scale::{many, percent, real, ticks};

/// The most clauses that are drawn.
pub const CLAUSES_MAX: usize = 24;

/// Findings by clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pareto {
    /// Title and description.
    pub caption: Caption,
    /// The words of this picture.
    pub words: ParetoWords,
    /// The clauses, in any order; one without findings is not drawn.
    pub clauses: Vec<ParetoClause>,
}

/// The findings of a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParetoClause {
    /// Its number, or another short name.
    pub label: String,
    /// Major nonconformities.
    pub major: u32,
    /// Minor nonconformities.
    pub minor: u32,
    /// Opportunities for improvement.
    pub improvement: u32,
    /// Good practices.
    pub good: u32,
    /// Where more is said of it, on this site.
    pub href: Option<String>,
}

/// The words of the Pareto chart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParetoWords {
    /// Head of the clauses.
    pub clause: String,
    /// The grades.
    pub grades: GradeWords,
    /// All findings of a clause.
    pub total: String,
    /// The part of all findings that this clause and those before it have, in percent.
    pub cumulative: String,
}

const KIND: &str = "pareto";
const PLOT: f64 = 190.0;
const LEFT: f64 = 26.0;
const RIGHT: f64 = 46.0;
const SLOT_MAX: f64 = 64.0;
const NAME_MAX: f64 = 90.0;

impl ParetoClause {
    fn count(&self, grade: Grade) -> u32 {
        match grade {
            Grade::Major => self.major,
            Grade::Minor => self.minor,
            Grade::Improvement => self.improvement,
            Grade::Good => self.good,
        }
    }

    fn total(&self) -> u64 {
        Grade::ALL.iter().map(|grade| u64::from(self.count(*grade))).sum()
    }
}

/// A clause with the part of all findings up to it, in percent.
struct Ranked<'a> {
    clause: &'a ParetoClause,
    cumulative: u64,
}

/// The scales of the plot.
struct Plot {
    slot: f64,
    right: f64,
    /// Where the highest tick is, and where the lowest.
    top: f64,
    base: f64,
    most: u64,
}

impl Plot {
    fn height(&self, count: u64) -> f64 {
        real(count) / real(self.most.max(1)) * PLOT
    }
}

impl Pareto {
    /// Draws it.
    #[must_use]
    pub fn figure(&self, page: &Page) -> Figure {
        let ranked = self.ranked();
        let drawn: Vec<&Ranked<'_>> =
            ranked.iter().filter(|ranked| ranked.clause.total() > 0).take(CLAUSES_MAX).collect();
        let Some(first) = drawn.first() else {
            let mut figure = figure::empty(KIND, &self.caption, self.head(), page);
            figure.table = self.table(&ranked);
            return figure;
        };
        let mut canvas = Canvas::new(page);
        let counts = ticks(first.clause.total(), 5);
        let slot = ((WIDTH - LEFT - RIGHT) / many(drawn.len())).min(SLOT_MAX);
        let most = counts.last().copied().unwrap_or(1);
        let top = self.legend(&mut canvas) + 12.0;
        let right = LEFT + slot * many(drawn.len());
        let plot = Plot { slot, right, top, base: top + PLOT, most };
        axes(&mut canvas, &plot, &counts);
        for (place, ranked) in drawn.iter().enumerate() {
            self.bar(&mut canvas, &plot, place, ranked);
        }
        cumulative_line(&mut canvas, &plot, &drawn);
        let mut bottom = plot.base + names(&mut canvas, &plot, &drawn);
        let left_out = ranked.iter().filter(|ranked| ranked.clause.total() > 0).count() - drawn.len();
        bottom += figure::left_out(&mut canvas, bottom, &self.caption, left_out);
        figure::figure(canvas, KIND, &self.caption, bottom, self.table(&ranked))
    }

    fn ranked(&self) -> Vec<Ranked<'_>> {
        let mut clauses: Vec<&ParetoClause> = self.clauses.iter().collect();
        clauses.sort_by_key(|clause| std::cmp::Reverse((clause.total(), clause.major, clause.minor)));
        let all: u64 = clauses.iter().map(|clause| clause.total()).sum();
        let mut so_far = 0;
        let rank = |clause: &'_ ParetoClause| {
            so_far += clause.total();
            percent(so_far, all)
        };
        let parts: Vec<u64> = clauses.iter().copied().map(rank).collect();
        clauses.into_iter().zip(parts).map(|(clause, cumulative)| Ranked { clause, cumulative }).collect()
    }

    fn said(&self, ranked: &Ranked<'_>) -> String {
        let mut said = format!("{}:", ranked.clause.label);
        for grade in Grade::ALL {
            let count = ranked.clause.count(grade);
            if count > 0 {
                said.push_str(&format!(" {} {count},", self.words.grades.of(grade)));
            }
        }
        format!("{said} {} {} %", self.words.cumulative, ranked.cumulative)
    }

    fn bar(&self, canvas: &mut Canvas, plot: &Plot, place: usize, ranked: &Ranked<'_>) {
        let broad = (plot.slot * 0.66).max(4.0);
        let middle = LEFT + (many(place) + 0.5) * plot.slot;
        let clause = ranked.clause;
        canvas.part(&self.said(ranked), clause.href.as_deref(), |canvas| {
            let mut base = plot.base;
            for grade in Grade::ALL {
                let count = clause.count(grade);
                let height = plot.height(count.into());
                if count > 0 {
                    let rect = Rect::new(middle - broad / 2.0, base - height, broad, height);
                    canvas.rect(
                        Rect::new(rect.x, rect.y + 1.0, rect.width, (height - 1.5).max(0.6)),
                        grade.bar(),
                    );
                    let text = count.to_string();
                    if height >= 15.0 && width(&text) + 2.0 <= broad {
                        let y = rect.centre().1 + 4.5;
                        canvas.text((middle, y), Anchor::Middle, grade.on_bar(), &text);
                    }
                }
                base -= height;
            }
        });
    }

    fn legend(&self, canvas: &mut Canvas) -> f64 {
        let bars = Grade::ALL.map(|grade| {
            let sign = move |canvas: &mut Canvas, rect: Rect| canvas.rect(rect.inset(1.5), grade.bar());
            (sign, self.words.grades.of(grade).clone())
        });
        let line = |canvas: &mut Canvas, rect: Rect| {
            let (x, y) = rect.centre();
            canvas.line((rect.x, y), (rect.x + rect.width, y), Paint::Line);
            canvas.circle((x, y), 2.2, Paint::Point);
        };
        let mut entries: Vec<Entry<'_>> =
            bars.iter().map(|(sign, word)| Entry { sign, word: word.clone() }).collect();
        entries.push(Entry { sign: &line, word: format!("{}, %", self.words.cumulative) });
        key(canvas, 0.0, &entries)
    }

    fn head(&self) -> Vec<String> {
        let words = &self.words;
        let grades = &words.grades;
        heads(&[
            &words.clause,
            &grades.major,
            &grades.minor,
            &grades.improvement,
            &grades.good,
            &words.total,
            &words.cumulative,
        ])
    }

    fn table(&self, ranked: &[Ranked<'_>]) -> Table {
        let row = |ranked: &Ranked<'_>| {
            let mut row = vec![ranked.clause.label.clone()];
            row.extend(Grade::ALL.iter().map(|grade| ranked.clause.count(*grade).to_string()));
            row.push(ranked.clause.total().to_string());
            row.push(format!("{} %", ranked.cumulative));
            row
        };
        Table {
            caption: self.caption.title.clone(),
            head: self.head(),
            rows: ranked.iter().map(row).collect(),
        }
    }
}

fn axes(canvas: &mut Canvas, plot: &Plot, counts: &[u64]) {
    for count in counts {
        let y = plot.base - plot.height(*count);
        canvas.line((LEFT, y), (plot.right, y), if *count == 0 { Paint::Axis } else { Paint::Hair });
        canvas.text((LEFT - 6.0, y + 4.0), Anchor::End, Paint::Soft, &count.to_string());
    }
    canvas.line((plot.right, plot.top), (plot.right, plot.base), Paint::Axis);
    for part in [0, 25, 50, 75, 100] {
        let y = plot.base - real(part) / 100.0 * PLOT;
        canvas.line((plot.right, y), (plot.right + 4.0, y), Paint::Axis);
        canvas.text((plot.right + 7.0, y + 4.0), Anchor::Start, Paint::Soft, &format!("{part} %"));
    }
}

fn cumulative_line(canvas: &mut Canvas, plot: &Plot, drawn: &[&Ranked<'_>]) {
    let points: Vec<(f64, f64)> = drawn
        .iter()
        .enumerate()
        .map(|(place, ranked)| {
            let x = LEFT + (many(place) + 0.5) * plot.slot;
            (x, plot.base - real(ranked.cumulative) / 100.0 * PLOT)
        })
        .collect();
    canvas.path(&points, Paint::Line);
    for point in points {
        canvas.circle(point, 2.2, Paint::Point);
    }
}

/// The names of the clauses under their bars; gives their height.
fn names(canvas: &mut Canvas, plot: &Plot, drawn: &[&Ranked<'_>]) -> f64 {
    let widest = drawn.iter().map(|ranked| width(&ranked.clause.label)).fold(0.0, f64::max);
    let level = widest + 4.0 <= plot.slot;
    for (place, ranked) in drawn.iter().enumerate() {
        let x = LEFT + (many(place) + 0.5) * plot.slot;
        let label = &ranked.clause.label;
        if level {
            canvas.label_at((x, plot.base + 16.0), Anchor::Middle, plot.slot, Paint::Text, label);
        } else {
            canvas.upright((x + 4.0, plot.base + 6.0), Anchor::End, NAME_MAX, Paint::Text, label);
        }
    }
    if level { 24.0 } else { widest.min(NAME_MAX) + 14.0 }
}
