//! What a programme has audited against what: requirements by units and years, as the working papers say.
//!
//! A paper belongs to its audit and the audit to the units of its scope, so that a paper counts for every unit in that scope.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use assize_domain::World;
use assize_domain::auditee::Auditee;
use assize_domain::kernel::id::{AuditId, AuditeeId, ProgrammeId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::text::{CriteriaId, RequirementId, Slug};
use assize_domain::kernel::time::Date;
use assize_domain::programme::Programme;
use assize_domain::programme::briefs::{AuditBrief, PartBrief, PlannedBrief, PlannedStage};
use assize_pictures::coverage::{CoverageCell, CoverageState, CoverageWords, CoverageYear, UNITS_MAX};
use assize_pictures::{Caption, Coverage};
use assize_store::{COVERED_AUDITS_MAX, RequirementCovered};
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;

use super::{Head, frame};
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::web::form::Posted;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::picture::Picture;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// The most cells that a page draws; years and requirements that have no room are a link away.
const CELLS_MAX: usize = 160;

/// A unit of an auditee in the extent, or an auditee without units: a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) auditee: AuditeeId,
    pub(super) unit: Option<Slug>,
    pub(super) label: String,
}

/// The extent of a programme, as far as coverage asks for it.
#[derive(Clone, Debug)]
pub(super) struct Ground {
    pub(super) criteria: Vec<CriteriaId>,
    pub(super) columns: Vec<Column>,
    pub(super) years: Vec<i16>,
}

impl Ground {
    pub(super) fn of(world: &World, programme: &Programme) -> Result<Self, Stop> {
        let mut ground = Self { criteria: Vec::new(), columns: Vec::new(), years: Vec::new() };
        let period = programme.period();
        ground.years = (period.from.year()..=period.to.unwrap_or(period.from).year()).collect();
        let Some(extent) = programme.extent() else { return Ok(ground) };
        ground.criteria.clone_from(&extent.criteria);
        world.want(extent.auditees.iter().map(|part| part.auditee))?;
        for part in &extent.auditees {
            let Some(auditee) = world.find::<Auditee>(part.auditee)? else { continue };
            let named = |name: &str| match extent.auditees.len() {
                1 => name.to_owned(),
                _ => format!("{} · {name}", auditee.name()),
            };
            let covered =
                auditee.units().iter().filter(|unit| part.units.is_empty() || part.units.contains(&unit.key));
            let units = covered.map(|unit| Column {
                auditee: part.auditee,
                unit: Some(unit.key.clone()),
                label: named(unit.name.as_str()),
            });
            let before = ground.columns.len();
            ground.columns.extend(units);
            if ground.columns.len() == before {
                let label = auditee.name().to_string();
                ground.columns.push(Column { auditee: part.auditee, unit: None, label });
            }
        }
        Ok(ground)
    }
}

impl Column {
    fn is_in(&self, part: &PartBrief) -> bool {
        part.auditee == self.auditee
            && self.unit.as_ref().is_none_or(|unit| part.units.is_empty() || part.units.contains(unit))
    }
}

/// An audit of the programme in its year: what it covers, or is planned to.
#[derive(Clone, Debug)]
pub(super) struct Covering {
    pub(super) id: AuditId,
    pub(super) from: Date,
    year: i16,
    part: PartBrief,
    criteria: Vec<CriteriaId>,
    /// Whether it has been opened.
    pub(super) opened: bool,
}

impl Covering {
    /// The audits that stand in a programme; of those that were initiated, the scope is what it came to be.
    pub(super) fn all(planned: Vec<PlannedBrief>, audits: Vec<AuditBrief>) -> Vec<Self> {
        let mut opened: BTreeMap<AuditId, AuditBrief> =
            audits.into_iter().map(|audit| (audit.id, audit)).collect();
        let one = |planned: PlannedBrief| {
            let id: AuditId = planned.id.into();
            let audit = opened.remove(&id);
            if planned.state == PlannedStage::Withdrawn && audit.is_none() {
                return None;
            }
            let from = planned.outline.window.from;
            let year = from.year();
            let (part, criteria) = (planned.outline.part, planned.outline.criteria);
            Some(match audit {
                None => Self { id, from, year, part, criteria, opened: false },
                Some(AuditBrief { initiation: Some(initiation), .. }) => Self {
                    id,
                    from,
                    year,
                    part: initiation.part,
                    criteria: initiation.criteria,
                    opened: true,
                },
                Some(_) => Self { id, from, year, part, criteria, opened: true },
            })
        };
        planned.into_iter().filter_map(one).collect()
    }

    pub(super) fn is_at(&self, criteria: &CriteriaId, column: &Column, year: i16) -> bool {
        self.year == year && self.criteria.contains(criteria) && column.is_in(&self.part)
    }
}

/// The clause that a requirement belongs to: `6` for `6.1.2`, `A.5` for `A.5.12`.
pub(super) fn group(requirement: &RequirementId) -> String {
    let mut parts = requirement.as_str().split('.');
    let first = parts.next().unwrap_or_default();
    match (first, parts.next()) {
        (annex, Some(second))
            if annex.starts_with(|c: char| c.is_ascii_alphabetic()) && !second.is_empty() =>
        {
            format!("{annex}.{second}")
        }
        _ => first.to_owned(),
    }
}

/// Numbers as numbers, and the clauses before the annex.
pub(super) fn natural(id: &str) -> Vec<(u32, String)> {
    let part = |part: &str| match part.parse::<u32>() {
        Ok(number) => (number, String::new()),
        Err(_) => (u32::MAX, part.to_owned()),
    };
    id.split(['.', ' ']).map(part).collect()
}

/// The clauses of a set that are known before any paper on them is there.
fn known(criteria: &CriteriaId) -> &'static [&'static str] {
    const CLAUSES: [&str; 11] = ["4", "5", "6", "7", "8", "9", "10", "A.5", "A.6", "A.7", "A.8"];
    if criteria.as_str().starts_with("ISO/IEC 27001:2022") { &CLAUSES } else { &[] }
}

/// Something to choose: words, way, and whether it is chosen.
struct Choice {
    label: String,
    href: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "programme_coverage.html")]
struct CoveragePage {
    frame: Frame,
    words: Words,
    head: Head,
    picture: Option<Picture>,
    sets: Vec<Choice>,
    groups: Vec<Choice>,
    years: Vec<Choice>,
    /// The part of the set that is open.
    within: String,
    /// The way to the requirements that come after those shown.
    more: Option<(usize, String)>,
    /// Units that have no room in the picture.
    units_left_out: usize,
    /// Whether audits were too many to be looked into.
    audits_left_out: bool,
}

/// What of the coverage is looked at.
pub(super) struct Asked {
    pub(super) criteria: CriteriaId,
    /// The clause that is open; all of them where it is empty.
    pub(super) within: String,
    pub(super) year: Option<i16>,
    /// The requirement after which the rows begin.
    after: Option<String>,
}

impl Asked {
    pub(super) fn of(query: &Posted, ground: &Ground) -> Option<Self> {
        let set = query.filled("set").and_then(|set| ground.criteria.iter().find(|one| one.as_str() == set));
        Some(Self {
            criteria: set.or(ground.criteria.first())?.clone(),
            within: query.filled("of").unwrap_or_default().chars().take(60).collect(),
            year: query.filled("year").and_then(|year| year.parse().ok()),
            after: query.filled("after").map(str::to_owned),
        })
    }
}

/// `GET /programmes/{id}/coverage`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(programme): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let programme: ProgrammeId = id(&programme)?;
    let words = visitor.words.clone();
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let today = now(&app)?.date();
    let asked = app.store.ask(|world| {
        let record = world.get::<Programme>(programme)?;
        let head = Head::of(&words, record, "/coverage", &format!("/programmes/{programme}/coverage"));
        Ok((Ground::of(world, record)?, head, frame(&visitor, record, Some("programme-tab-coverage"))))
    });
    let (ground, head, frame) = asked.await.map_err(Fault::unanswered)?;
    let mut page = CoveragePage {
        frame,
        words: words.clone(),
        head,
        picture: None,
        sets: Vec::new(),
        groups: Vec::new(),
        years: Vec::new(),
        within: String::new(),
        more: None,
        units_left_out: ground.columns.len().saturating_sub(UNITS_MAX),
        audits_left_out: false,
    };
    if let Some(asked) = Asked::of(&query, &ground) {
        let (planned, audits) = app.store.programme_parts(programme).await?;
        let audits = Covering::all(planned, audits);
        let years = years(&ground, &asked, today.year());
        let mut looked: Vec<AuditId> = audits
            .iter()
            .filter(|audit| {
                audit.opened && years.contains(&audit.year) && audit.criteria.contains(&asked.criteria)
            })
            .map(|audit| audit.id)
            .collect();
        // The latest are the last.
        page.audits_left_out = looked.len() > COVERED_AUDITS_MAX;
        looked.drain(..looked.len().saturating_sub(COVERED_AUDITS_MAX));
        let covered = app.store.requirements_covered(&looked, &asked.criteria, &asked.within).await?;
        let (ground, asked, audits, covered) = (&ground, &asked, &audits, &covered);
        Drawing { words: &words, programme, ground, asked, audits, covered }.draw(&mut page, years);
    }
    Ok(html(&page))
}

/// The years that are drawn: the one that was asked for, or as many up to this year and around it as there is room for.
fn years(ground: &Ground, asked: &Asked, now: i16) -> Vec<i16> {
    if let Some(year) = asked.year.filter(|year| ground.years.contains(year)) {
        return vec![year];
    }
    let rows = if asked.within.is_empty() { known(&asked.criteria).len().max(8) } else { 20 };
    let a_year = rows * ground.columns.len().clamp(1, UNITS_MAX);
    let room = (CELLS_MAX / a_year).clamp(1, 6);
    let at = ground.years.iter().position(|year| *year >= now).unwrap_or(ground.years.len());
    let from = at.saturating_sub(room / 2).min(ground.years.len().saturating_sub(room));
    ground.years.iter().skip(from).take(room).copied().collect()
}

struct Drawing<'d> {
    words: &'d Words,
    programme: ProgrammeId,
    ground: &'d Ground,
    asked: &'d Asked,
    audits: &'d [Covering],
    covered: &'d [RequirementCovered],
}

impl Drawing<'_> {
    fn draw(&self, page: &mut CoveragePage, years: Vec<i16>) {
        let words = self.words;
        let mut rows = self.rows();
        let room = CELLS_MAX / (self.ground.columns.len().clamp(1, UNITS_MAX) * years.len().max(1));
        if rows.len() > room.max(1) {
            let more = rows.len() - room.max(1);
            rows.truncate(room.max(1));
            page.more = rows.last().map(|last| {
                let query =
                    form_urlencoded::Serializer::new(String::new()).append_pair("after", last).finish();
                let here = self.href(&self.asked.criteria, &self.asked.within, self.asked.year);
                (more, format!("{here}&{query}"))
            });
        }
        page.within.clone_from(&self.asked.within);
        page.sets = self.sets();
        page.groups = self.groups();
        page.years = self.year_choices(&years);
        let panels = years.iter().map(|year| CoverageYear {
            label: year.to_string(),
            cells: rows.iter().map(|row| self.cells(row, *year)).collect(),
        });
        let coverage = Coverage {
            caption: Caption {
                title: words.say("coverage-title"),
                description: words.say("coverage-about"),
                empty: words.say("coverage-empty"),
                left_out: words.say("picture-left-out"),
            },
            words: CoverageWords {
                clause: words.say("coverage-clause"),
                year: words.say("coverage-year"),
                level: words.say("coverage-level"),
                count: words.say("coverage-count"),
                not_planned: words.say("coverage-not-planned"),
                planned: words.say("coverage-planned"),
                tested: words.say("coverage-tested"),
                findings: words.say("coverage-findings"),
            },
            clauses: rows
                .iter()
                .map(|row| if row.is_empty() { words.say("coverage-whole-set") } else { row.clone() })
                .collect(),
            units: self.ground.columns.iter().map(|column| column.label.clone()).collect(),
            years: panels.collect(),
        };
        page.picture = Some(Picture::of(words, coverage.figure(&Picture::page("coverage"))));
    }

    /// The rows: clauses, or the requirements of the one that is open.
    fn rows(&self) -> Vec<String> {
        let mut rows: BTreeSet<(Vec<(u32, String)>, String)> = BTreeSet::new();
        let found = self.covered.iter().map(|one| match self.asked.within.as_str() {
            "" => group(&one.requirement),
            _ => one.requirement.to_string(),
        });
        let known = known(&self.asked.criteria).iter().map(|id| (*id).to_owned());
        let known = known.filter(|_| self.asked.within.is_empty());
        rows.extend(found.chain(known).map(|id| (natural(&id), id)));
        if rows.is_empty() && self.asked.within.is_empty() {
            // A set that no paper has been on yet is one row.
            return vec![String::new()];
        }
        let after = self.asked.after.as_deref().map(natural);
        let rows = rows.into_iter().filter(|(place, _)| after.as_ref().is_none_or(|after| place > after));
        rows.map(|(_, id)| id).collect()
    }

    fn cells(&self, row: &str, year: i16) -> Vec<CoverageCell> {
        let columns = self.ground.columns.iter().take(UNITS_MAX);
        columns.map(|column| self.cell(row, year, column)).collect()
    }

    fn cell(&self, row: &str, year: i16, column: &Column) -> CoverageCell {
        let here: BTreeSet<AuditId> = self
            .audits
            .iter()
            .filter(|audit| audit.is_at(&self.asked.criteria, column, year))
            .map(|audit| audit.id)
            .collect();
        let (mut all, mut tested, mut nonconformities) = (BTreeSet::new(), BTreeSet::new(), 0);
        for one in
            self.covered.iter().filter(|one| here.contains(&one.audit) && self.is_in(row, &one.requirement))
        {
            if one.papers > 0 {
                all.insert(&one.requirement);
            }
            if one.tested > 0 {
                tested.insert(&one.requirement);
            }
            nonconformities += one.nonconformities;
        }
        let state = match (tested.len(), nonconformities, here.len()) {
            (_, found, _) if found > 0 => CoverageState::Findings,
            (0, _, 0) => CoverageState::NotPlanned,
            (0, _, _) => CoverageState::Planned,
            (_, _, _) => CoverageState::Tested,
        };
        let quarters = (tested.len() * 4).div_ceil(all.len().max(1));
        CoverageCell {
            state,
            level: u8::try_from(quarters).unwrap_or(4),
            count: u32::try_from(tested.len()).unwrap_or(u32::MAX),
            href: (state != CoverageState::NotPlanned).then(|| self.cell_href(row, year, column)),
        }
    }

    fn is_in(&self, row: &str, requirement: &RequirementId) -> bool {
        match self.asked.within.as_str() {
            "" => row.is_empty() || group(requirement) == row,
            _ => requirement.as_str() == row,
        }
    }

    /// The way to a cell; what goes without saying is left out.
    fn cell_href(&self, row: &str, year: i16, column: &Column) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("year", &year.to_string());
        if !row.is_empty() {
            query.append_pair("of", row);
        }
        if let Some(unit) = &column.unit {
            query.append_pair("unit", unit.as_str());
        }
        if self.ground.columns.iter().any(|other| other.auditee != column.auditee) {
            query.append_pair("auditee", &column.auditee.to_string());
        }
        if self.ground.criteria.first() != Some(&self.asked.criteria) {
            query.append_pair("set", self.asked.criteria.as_str());
        }
        format!("/programmes/{}/coverage/cell?{}", self.programme, query.finish())
    }

    fn href(&self, criteria: &CriteriaId, within: &str, year: Option<i16>) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if self.ground.criteria.first() != Some(criteria) {
            query.append_pair("set", criteria.as_str());
        }
        if !within.is_empty() {
            query.append_pair("of", within);
        }
        if let Some(year) = year {
            query.append_pair("year", &year.to_string());
        }
        format!("coverage?{}", query.finish())
    }

    fn sets(&self) -> Vec<Choice> {
        let choice = |criteria: &CriteriaId| Choice {
            label: criteria.to_string(),
            href: self.href(criteria, "", self.asked.year),
            chosen: *criteria == self.asked.criteria,
        };
        self.ground.criteria.iter().map(choice).collect()
    }

    /// The clauses that can be opened, and the way back to all of them.
    fn groups(&self) -> Vec<Choice> {
        let mut ids: BTreeSet<(Vec<(u32, String)>, String)> =
            known(&self.asked.criteria).iter().map(|id| (natural(id), (*id).to_owned())).collect();
        ids.extend(self.covered.iter().map(|one| group(&one.requirement)).map(|id| (natural(&id), id)));
        let choice = |label: String, within: &str| Choice {
            label,
            href: self.href(&self.asked.criteria, within, self.asked.year),
            chosen: within == self.asked.within,
        };
        std::iter::once(choice(self.words.say("coverage-all-clauses"), ""))
            .chain(ids.into_iter().map(|(_, id)| choice(id.clone(), &id)))
            .collect()
    }

    fn year_choices(&self, shown: &[i16]) -> Vec<Choice> {
        if self.ground.years.len() == 1 {
            return Vec::new();
        }
        let choice = |year: &i16| Choice {
            label: year.to_string(),
            href: self.href(&self.asked.criteria, &self.asked.within, Some(*year)),
            chosen: shown == [*year],
        };
        self.ground.years.iter().map(choice).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_requirement_belongs_to_its_clause() {
        for (id, of) in [("6.1.2", "6"), ("10.1", "10"), ("A.5.12", "A.5"), ("4", "4"), ("A.18.2.1", "A.18")]
        {
            assert_eq!(group(&id.parse().unwrap()), of, "{id}");
        }
    }

    #[test]
    fn clauses_stand_in_the_order_of_their_numbers() {
        let mut ids = ["A.5", "10", "4", "A.18", "9.2"];
        ids.sort_by_key(|id| natural(id));
        assert_eq!(ids, ["4", "9.2", "10", "A.5", "A.18"]);
    }
}
