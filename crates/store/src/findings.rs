//! Findings at a glance: a register over all audits, and how many there are by requirement and by year.
//!
//! Every question here is bounded: a page by its rows, a search in text and a count by the newest findings that they look at.

use assize_domain::finding::{DueDates, FindingStage, Overdue, awaited_at};
use assize_domain::kernel::datum::{Cell, CellType, Corrupt};
use assize_domain::kernel::id::{AuditId, AuditeeId, FindingId, Id as _, PersonId, ProgrammeId};
use assize_domain::kernel::text::{Line, Slug, Text};
use assize_domain::kernel::time::{Date, Timestamp};
use assize_domain::words::FindingKind;
use uuid::Uuid;

use crate::db::{Arg, Sql, int, text};
use crate::error::StoreError;
use crate::glance::{optional, value};
use crate::reach::Reach;
use crate::rows::among;
use crate::{PAGE_ROWS_MAX, Store};

/// Among how many findings, the newest, a text is looked for.
pub const FINDINGS_SEARCHED_MAX: i64 = 5_000;
/// How many findings, the newest, are counted by requirement and by year.
pub const FINDINGS_COUNTED_MAX: i64 = 2_000;
/// Up to how many findings a number is given; past it there are "more than".
pub const FINDINGS_NUMBERED_MAX: i64 = 1_000;

/// Up to how many audits of a programme have their findings looked up by themselves.
const AUDITS_FEW_MAX: i64 = 64;
/// Up to how many records that a part of a name means are looked up.
const NAMED_MAX: i64 = 200;

/// What a register shows of a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingGlance {
    /// Its id.
    pub id: FindingId,
    /// The audit.
    pub audit: AuditId,
    /// The audit's title; none where the audit was erased.
    pub audit_title: Option<Line>,
    /// The auditee.
    pub auditee: AuditeeId,
    /// The auditee's name; none where the auditee was erased.
    pub auditee_name: Option<Line>,
    /// Its number in the audit.
    pub number: i64,
    /// The kind.
    pub kind: FindingKind,
    /// The title.
    pub title: Line,
    /// The statement.
    pub statement: Text,
    /// The grade: its key in the programme's scheme.
    pub grade: Option<Slug>,
    /// The grade's label there.
    pub grade_label: Option<Line>,
    /// Its rank there: 1 is the gravest.
    pub grade_rank: Option<i64>,
    /// Where it stands.
    pub stage: FindingStage,
    /// Whether the auditee disputed it.
    pub is_disputed: bool,
    /// When it was written first.
    pub written: Timestamp,
    /// Due dates, from when it was raised.
    pub due: Option<DueDates>,
    /// The ids of the requirements it is about.
    pub requirements: Vec<String>,
}

/// A record that is named by its id, or by a part of its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// By its id.
    Id(Uuid),
    /// One of these.
    Any(Vec<Uuid>),
    /// By a part of its name, in any case.
    Part(String),
}

/// Conditions findings. What is left empty asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindingFilter {
    /// Those of a programme's audits.
    pub programme: Option<ProgrammeId>,
    /// Those of an auditee.
    pub auditee: Option<Named>,
    /// Those of an audit.
    pub audit: Option<Named>,
    /// Those of a kind.
    pub kind: Option<FindingKind>,
    /// Those of a grade, by its key.
    pub grade: Option<Slug>,
    /// Those at one of these stages; none for all.
    pub stages: Vec<FindingStage>,
    /// Those of which something is overdue on a day.
    pub overdue_on: Option<Date>,
    /// Those on a requirement or on one below it.
    pub requirement: Option<String>,
    /// Those that hold a text in title or statement, among the newest [`FINDINGS_SEARCHED_MAX`] that fit the rest.
    pub text: Option<String>,
}

/// In which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingOrder {
    /// The newest first.
    Newest,
    /// The oldest first.
    Oldest,
}

/// By what findings are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TallyBy {
    /// By the requirements they are about: each finding once for each of them.
    Requirement,
    /// By the year they were written in.
    Year,
}

/// How many findings of a kind and a grade there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingTally {
    /// The requirement, or the year.
    pub of: String,
    /// The kind.
    pub kind: FindingKind,
    /// The rank of the grade, of nonconformities.
    pub grade_rank: Option<i64>,
    /// How many.
    pub count: i64,
}

const JOINED: &str = "FROM finding LEFT JOIN audit ON audit.id = finding.audit LEFT JOIN auditee ON auditee.id = finding.auditee \
     LEFT JOIN programme_policy_grades AS grade ON grade.of_record = audit.programme AND grade.key = finding.text_grade";

impl Store {
    /// A page of the register within reach, after the finding `after`, `rows_max` at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn finding_glances(
        &self,
        reach: &Reach,
        filter: &FindingFilter,
        order: FindingOrder,
        after: Option<FindingId>,
        rows_max: i64,
    ) -> Result<Vec<FindingGlance>, StoreError> {
        const COLUMNS: &str = "SELECT finding.id, finding.audit, audit.title, finding.auditee, auditee.name, finding.number, \
             finding.text_kind, finding.text_title, finding.text_statement, finding.text_grade, grade.label, grade.rank, \
             finding.state, finding.response, finding.stamp_at, \
             finding.due_acknowledge, finding.due_plan, finding.due_implement, finding.due_effectiveness";
        let mut which = self.conditions(reach, filter).await?;
        let by = which.column("id");
        let (beyond, direction) = match order {
            FindingOrder::Newest => ("<", "DESC"),
            FindingOrder::Oldest => (">", "ASC"),
        };
        if let Some(after) = after {
            let after = which.arg(after.uuid());
            which.all.push(format!("finding.id {beyond} {after}"));
        }
        let rows_max = which.arg(rows_max.min(PAGE_ROWS_MAX));
        // Which they are is found without reading them.
        let statement = format!(
            "{COLUMNS} {JOINED} WHERE finding.id IN (SELECT finding.id FROM finding {} ORDER BY {by} {direction} LIMIT {rows_max}) \
             ORDER BY finding.id {direction}",
            which.clause()
        );
        let mut types = [CellType::Text; 19];
        for number in [5, 11] {
            if let Some(column) = types.get_mut(number) {
                *column = CellType::Int;
            }
        }
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("reading the register of findings", &statement, &which.args, &types).await?;
        let mut found = rows.iter().map(|row| glance(row)).collect::<Result<Vec<_>, Corrupt>>()?;
        for part in found.chunks_mut(crate::rows::IDS_MAX) {
            requirements(&mut conn, part).await?;
        }
        Ok(found)
    }

    /// How many findings there are within reach, [`FINDINGS_NUMBERED_MAX`] and one more at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn finding_count(&self, reach: &Reach, filter: &FindingFilter) -> Result<i64, StoreError> {
        let mut which = self.conditions(reach, filter).await?;
        let most = which.arg(FINDINGS_NUMBERED_MAX + 1);
        let statement = format!(
            "SELECT COUNT(*) FROM (SELECT finding.id FROM finding {} LIMIT {most}) AS counted",
            which.clause()
        );
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("counting findings", &statement, &which.args, &[CellType::Int]).await?;
        Ok(int(rows.first().and_then(|row| row.first())))
    }

    /// In which of some programmes something is overdue on a day, and how many findings of their audits that are, within reach. Of all that are overdue
    /// [`FINDINGS_NUMBERED_MAX`] and one more are counted at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn findings_overdue(
        &self,
        reach: &Reach,
        programmes: &[ProgrammeId],
        today: Date,
    ) -> Result<Vec<(ProgrammeId, i64)>, StoreError> {
        let filter = FindingFilter { overdue_on: Some(today), ..FindingFilter::default() };
        let mut which = Conditions::of(reach, &filter, Audits::Few);
        let programmes: Vec<Uuid> = programmes.iter().map(|programme| programme.uuid()).collect();
        let (those, args) = among(&programmes, which.args.len());
        which.args.extend(args);
        which.all.push(format!("audit.id = finding.audit AND audit.programme {those}"));
        let most = which.arg(FINDINGS_NUMBERED_MAX + 1);
        // What is open is the least of all: it is gone through first, and its audit looked up.
        let statement = format!(
            "SELECT late.programme, COUNT(*) FROM (SELECT audit.programme FROM finding CROSS JOIN audit {} LIMIT {most}) AS late \
             GROUP BY late.programme ORDER BY late.programme",
            which.clause()
        );
        let types = [CellType::Text, CellType::Int];
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("counting what is overdue", &statement, &which.args, &types).await?;
        let counted = |row: &Vec<Cell>| Ok((value(row, 0, "programme")?, int(row.get(1))));
        Ok(rows.iter().map(counted).collect::<Result<_, Corrupt>>()?)
    }

    /// How many findings within reach were put to the auditee and stand, by requirement or by year: of the newest [`FINDINGS_COUNTED_MAX`].
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn finding_tallies(
        &self,
        reach: &Reach,
        filter: &FindingFilter,
        by: TallyBy,
    ) -> Result<Vec<FindingTally>, StoreError> {
        let mut which = self.conditions(reach, filter).await?;
        // Said by what is left out: the newest are then taken in the order in which they are kept, and none is sorted.
        let out = FindingStage::ALL.iter().filter(|stage| !stage.stands());
        let out: Vec<String> = out.map(|stage| which.arg(stage.word())).collect();
        which.all.push(format!("finding.state NOT IN ({})", out.join(", ")));
        let most = which.arg(FINDINGS_COUNTED_MAX);
        let (of, more) = match by {
            TallyBy::Requirement => {
                ("listed.id", "JOIN finding_text_requirements AS listed ON listed.of_record = counted.id")
            }
            TallyBy::Year => ("substr(counted.stamp_at, 1, 4)", ""),
        };
        let statement = format!(
            "WITH counted AS (SELECT finding.id, finding.text_kind, grade.rank AS grade_rank, finding.stamp_at {JOINED} {} \
             ORDER BY finding.id DESC LIMIT {most}) \
             SELECT {of}, counted.text_kind, counted.grade_rank, COUNT(*) FROM counted {more} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
            which.clause()
        );
        let types = [CellType::Text, CellType::Text, CellType::Int, CellType::Int];
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("counting findings", &statement, &which.args, &types).await?;
        let tally = |row: &Vec<Cell>| {
            Ok(FindingTally {
                of: text(row.first()),
                kind: value(row, 1, "kind")?,
                grade_rank: number(row.get(2)),
                count: int(row.get(3)),
            })
        };
        Ok(rows.iter().map(tally).collect::<Result<_, Corrupt>>()?)
    }

    /// The nonconformities and disputed findings that are followed up in the audits of a person, each with its audit, open longest first,
    /// `rows_max` at most; where the person has many audits, of the [`FINDINGS_SEARCHED_MAX`] that are open longest in the store.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn person_followed(
        &self,
        person: PersonId,
        rows_max: i64,
    ) -> Result<Vec<(FindingId, AuditId)>, StoreError> {
        let audits = self.audits_linked("people", person.uuid()).await?;
        let mut which = Conditions { gathers: matches!(audits, Audits::Few), ..Conditions::default() };
        which.open();
        let (kind, response) = (which.column("text_kind"), which.column("response"));
        which.all.push(format!("({kind} = 'nonconformity' OR {response} = 'disputed')"));
        let (person, most) = (which.arg(person.uuid()), which.arg(rows_max.min(PAGE_ROWS_MAX)));
        let theirs = format!("link.kind = 'audit' AND link.name = 'people' AND link.target = {person}");
        // The findings of a few audits are looked up and put in order; of many, theirs are met soon among all.
        let statement = match audits {
            Audits::Few => {
                which.all.push(format!("finding.audit IN (SELECT id FROM link WHERE {theirs})"));
                let by = which.column("id");
                format!(
                    "SELECT finding.id, finding.audit FROM finding {} ORDER BY {by} LIMIT {most}",
                    which.clause()
                )
            }
            Audits::Many => {
                let searched = which.arg(FINDINGS_SEARCHED_MAX);
                format!(
                    "SELECT open.id, open.audit FROM (SELECT finding.id, finding.audit FROM finding {} ORDER BY finding.id LIMIT {searched}) AS open \
                     CROSS JOIN link WHERE {theirs} AND link.id = open.audit ORDER BY open.id LIMIT {most}",
                    which.clause()
                )
            }
        };
        let mut conn = self.db.conn().await?;
        let rows =
            conn.rows("reading what is followed up", &statement, &which.args, &[CellType::Text; 2]).await?;
        let found = rows.iter().map(|row| Ok((value(row, 0, "id")?, value(row, 1, "audit")?)));
        Ok(found.collect::<Result<_, Corrupt>>()?)
    }

    /// A filter as SQL. A few records that a part of a name means are looked up first: their findings have an index.
    async fn conditions(&self, reach: &Reach, filter: &FindingFilter) -> Result<Conditions, StoreError> {
        let mut filter = filter.clone();
        for (named, table, column) in
            [(&mut filter.auditee, "auditee", "name"), (&mut filter.audit, "audit", "title")]
        {
            let Some(Named::Part(part)) = named.as_ref() else { continue };
            let mut which = Conditions::default();
            let like = which.like(column, part);
            let most = which.arg(NAMED_MAX + 1);
            let statement = format!("SELECT id FROM {table} WHERE {like} LIMIT {most}");
            let mut conn = self.db.conn().await?;
            let rows = conn.rows("looking names up", &statement, &which.args, &[CellType::Text]).await?;
            let ids: Vec<Uuid> = rows.iter().filter_map(|row| text(row.first()).parse().ok()).collect();
            if i64::try_from(ids.len()).is_ok_and(|len| len <= NAMED_MAX) {
                *named = Some(Named::Any(ids));
            }
        }
        let audits = match filter.programme {
            Some(programme) => self.audits_linked("programme", programme.uuid()).await?,
            None => Audits::Few,
        };
        Ok(Conditions::of(reach, &filter, audits))
    }

    /// Whether a programme or a person has many audits, by the name of the link.
    async fn audits_linked(&self, name: &str, target: Uuid) -> Result<Audits, StoreError> {
        let statement = "SELECT COUNT(*) FROM (SELECT id FROM link WHERE kind = 'audit' AND name = $1 AND target = $2 \
             LIMIT $3) AS audits";
        let args = [name.into(), target.into(), (AUDITS_FEW_MAX + 1).into()];
        let rows = self.db.conn().await?.rows("counting audits", statement, &args, &[CellType::Int]).await?;
        let count = int(rows.first().and_then(|row| row.first()));
        Ok(if count > AUDITS_FEW_MAX { Audits::Many } else { Audits::Few })
    }

    /// The titles of programmes, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn programme_titles(&self, rows_max: i64) -> Result<Vec<(ProgrammeId, Line)>, StoreError> {
        let statement = "SELECT id, title FROM programme ORDER BY id DESC LIMIT $1";
        let args = [rows_max.min(PAGE_ROWS_MAX).into()];
        let mut conn = self.db.conn().await?;
        let rows =
            conn.rows("reading the titles of programmes", statement, &args, &[CellType::Text; 2]).await?;
        let titled = |row: &Vec<Cell>| Ok((value(row, 0, "id")?, value(row, 1, "title")?));
        Ok(rows.iter().map(titled).collect::<Result<_, Corrupt>>()?)
    }
}

/// Whether these are the stages at which something is still to be done, all of them and no others.
fn is_all_open(stages: &[FindingStage]) -> bool {
    !stages.is_empty() && FindingStage::ALL.iter().all(|stage| stage.is_open() == stages.contains(stage))
}

/// How many audits a programme has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Audits {
    /// [`AUDITS_FEW_MAX`] at the most.
    Few,
    Many,
}

/// A filter as SQL: conditions that all hold, and the values of their placeholders.
#[derive(Debug, Default)]
struct Conditions {
    all: Vec<String>,
    args: Vec<Arg>,
    /// Whether the findings of the audits within reach are gathered, and no index goes before that of their audit.
    gathers: bool,
}

impl Conditions {
    fn of(reach: &Reach, filter: &FindingFilter, audits: Audits) -> Self {
        let mut which = Self { gathers: reach.gathers(), ..Self::default() };
        let within = reach.of_findings("finding.audit", &mut which.args);
        which.all.extend(within);
        let FindingFilter { programme, auditee, audit, kind, grade, stages, overdue_on, requirement, text } =
            filter;
        if let Some(programme) = programme {
            let programme = which.arg(programme.uuid());
            // The findings of a few audits are looked up and put in order; of many, the newest are met soon among all.
            which.all.push(match audits {
                Audits::Few => format!(
                    "finding.audit IN (SELECT id FROM link WHERE kind = 'audit' AND name = 'programme' AND target = {programme})"
                ),
                Audits::Many => format!(
                    "EXISTS (SELECT 1 FROM link WHERE kind = 'audit' AND name = 'programme' AND target = {programme} \
                     AND id = finding.audit)"
                ),
            });
        }
        which.named(auditee.as_ref(), "auditee", "name");
        which.named(audit.as_ref(), "audit", "title");
        let is_open = overdue_on.is_some() || is_all_open(stages);
        for (column, word) in
            [("text_kind", kind.map(FindingKind::word)), ("text_grade", grade.as_ref().map(Slug::as_str))]
        {
            if let Some(word) = word {
                let word = which.arg(word);
                // What is open is the least of all, whatever its kind: its own index is the one to use.
                let held =
                    if is_open { format!("finding.{column} || ''") } else { format!("finding.{column}") };
                which.all.push(format!("{held} = {word}"));
            }
        }
        if is_all_open(stages) {
            which.open();
        } else if !stages.is_empty() {
            let stages: Vec<String> = stages.iter().map(|stage| which.arg(stage.word())).collect();
            let state = which.column("state");
            which.all.push(format!("{state} IN ({})", stages.join(", ")));
        }
        if let Some(today) = overdue_on {
            which.overdue(*today);
        }
        if let Some(requirement) = requirement {
            let [own, deeper, item] = ["", ".%", " %"].map(|end| match end {
                "" => which.arg(requirement.as_str()),
                end => which.arg(format!("{}{end}", escaped(requirement))),
            });
            which.all.push(format!(
                "finding.id IN (SELECT of_record FROM finding_text_requirements \
                 WHERE id = {own} OR id LIKE {deeper} ESCAPE '\\' OR id LIKE {item} ESCAPE '\\')"
            ));
        }
        if let Some(text) = text {
            // The text of a finding has no index: it is looked at last, and in so many findings only.
            let most = which.arg(FINDINGS_SEARCHED_MAX);
            let rest = which.clause();
            let title = which.like("finding.text_title", text);
            let statement = which.like("finding.text_statement", text);
            // What is among those fits the rest, which need not be said again.
            which.all = vec![
                format!(
                    "finding.id IN (SELECT finding.id FROM finding {rest} ORDER BY finding.id DESC LIMIT {most})"
                ),
                format!("({title} OR {statement})"),
            ];
        }
        which
    }

    /// A column of a finding; where findings are gathered, as no index knows it.
    fn column(&self, name: &str) -> String {
        if self.gathers { format!("(finding.{name} || '')") } else { format!("finding.{name}") }
    }

    /// Binds a value; its placeholder.
    fn arg(&mut self, value: impl Into<Arg>) -> String {
        self.args.push(value.into());
        format!("${}", self.args.len())
    }

    /// That a finding is of a record of a table; `column` holds its name there.
    fn named(&mut self, named: Option<&Named>, table: &str, column: &str) {
        match named {
            None => {}
            Some(Named::Id(id)) => {
                let id = self.arg(*id);
                self.all.push(format!("finding.{table} = {id}"));
            }
            // Nothing has no name: no finding is of any of none.
            Some(Named::Any(ids)) if ids.is_empty() => self.all.push("1 = 0".to_owned()),
            Some(Named::Any(ids)) => {
                let (filter, args) = among(ids, self.args.len());
                self.args.extend(args);
                self.all.push(format!("finding.{table} {filter}"));
            }
            Some(Named::Part(part)) => {
                let like = self.like(&format!("named.{column}"), part);
                self.all.push(format!(
                    "EXISTS (SELECT 1 FROM {table} AS named WHERE named.id = finding.{table} AND {like})"
                ));
            }
        }
    }

    /// That a column holds a text. SQLite knows no case but that of ASCII: the text as it was given is looked for as well.
    fn like(&mut self, column: &str, text: &str) -> String {
        let small = text.to_lowercase();
        let lower = self.arg(format!("%{}%", escaped(&small)));
        let lower = format!("lower({column}) LIKE {lower} ESCAPE '\\'");
        if small == text {
            return lower;
        }
        let given = self.arg(format!("%{}%", escaped(text)));
        format!("({lower} OR {column} LIKE {given} ESCAPE '\\')")
    }

    /// That a finding is followed up, in the words of the index of those.
    fn open(&mut self) {
        let out: Vec<String> = FindingStage::ALL
            .iter()
            .filter(|stage| !stage.is_open())
            .map(|stage| format!("'{}'", stage.word()))
            .collect();
        let state = self.column("state");
        self.all.push(format!("{state} NOT IN ({})", out.join(", ")));
    }

    /// That the date which the law waits for at each stage is past. Only of what is followed up something is awaited.
    fn overdue(&mut self, today: Date) {
        self.open();
        let day = self.arg(today.to_string());
        let probe =
            DueDates { acknowledge: today, plan: today, implement: today, effectiveness: Some(today) };
        let any: Vec<String> = FindingStage::ALL
            .iter()
            .filter_map(|stage| {
                let column = match awaited_at(*stage, &probe)?.0 {
                    Overdue::Acknowledgement => "due_acknowledge",
                    Overdue::Plan => "due_plan",
                    Overdue::Implementation => "due_implement",
                    Overdue::Effectiveness => "due_effectiveness",
                };
                let (stage, state) = (self.arg(stage.word()), self.column("state"));
                Some(format!("({state} = {stage} AND finding.{column} < {day})"))
            })
            .collect();
        self.all.push(format!("({})", any.join(" OR ")));
    }

    /// `WHERE ...`, or nothing.
    fn clause(&self) -> String {
        if self.all.is_empty() { String::new() } else { format!("WHERE {}", self.all.join(" AND ")) }
    }
}

/// A text in which the signs of `LIKE` stand for themselves.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

fn glance(row: &[Cell]) -> Result<FindingGlance, Corrupt> {
    let read = |corrupt: Corrupt| corrupt.within(format!("finding {}", text(row.first())));
    Ok(FindingGlance {
        id: value(row, 0, "id").map_err(read)?,
        audit: value(row, 1, "audit").map_err(read)?,
        audit_title: optional(row, 2, "the audit's title").map_err(read)?,
        auditee: value(row, 3, "auditee").map_err(read)?,
        auditee_name: optional(row, 4, "the auditee's name").map_err(read)?,
        number: int(row.get(5)),
        kind: value(row, 6, "kind").map_err(read)?,
        title: value(row, 7, "title").map_err(read)?,
        statement: value(row, 8, "statement").map_err(read)?,
        grade: optional(row, 9, "grade").map_err(read)?,
        grade_label: optional(row, 10, "the grade's label").map_err(read)?,
        grade_rank: number(row.get(11)),
        stage: value(row, 12, "state").map_err(read)?,
        is_disputed: text(row.get(13)) == "disputed",
        written: value(row, 14, "stamp_at").map_err(read)?,
        due: due(row).map_err(read)?,
        requirements: Vec::new(),
    })
}

fn due(row: &[Cell]) -> Result<Option<DueDates>, Corrupt> {
    let Some(acknowledge) = optional(row, 15, "due_acknowledge")? else { return Ok(None) };
    Ok(Some(DueDates {
        acknowledge,
        plan: value(row, 16, "due_plan")?,
        implement: value(row, 17, "due_implement")?,
        effectiveness: optional(row, 18, "due_effectiveness")?,
    }))
}

fn number(cell: Option<&Cell>) -> Option<i64> {
    match cell {
        Some(Cell::Int(number)) => Some(*number),
        _ => None,
    }
}

/// Gives findings the ids of their requirements.
async fn requirements(conn: &mut impl Sql, found: &mut [FindingGlance]) -> Result<(), StoreError> {
    let ids: Vec<Uuid> = found.iter().map(|finding| finding.id.uuid()).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let (filter, args) = among(&ids, 0);
    let statement = format!(
        "SELECT of_record, id FROM finding_text_requirements WHERE of_record {filter} ORDER BY of_record, pos"
    );
    for row in
        conn.rows("reading the requirements of findings", &statement, &args, &[CellType::Text; 2]).await?
    {
        let owner = text(row.first());
        if let Some(finding) = found.iter_mut().find(|finding| finding.id.to_string() == owner) {
            finding.requirements.push(text(row.get(1)));
        }
    }
    Ok(())
}
