//! The catalogue: checked, in and out.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use assize_catalogue::format::{
    ColumnMap, Import, Sheet, Strictness, drafted_map, import_ciso_assistant, import_oscal, import_sheets,
    import_toml, xlsx_map,
};
use assize_catalogue::{BUILTIN, Catalogue, CriteriaId, Examined, Problem, Rules, Sentences, limits};
use assize_cli::bridge::{Adopted, adopted_set, adoptions};
use assize_cli::counts::counted;
use assize_cli::work::Processes;
use assize_intake::Limits;
use assize_server::{WorkError, Workers as _};
use assize_store::DocumentText;
use bytes::Bytes;
use serde_json::{Value, json};

use super::store::give;
use crate::args::{CatalogueCommands, CheckArgs, ExportFormat, ImportArgs, ImportFormat};
use crate::files::{self, NewFile};
use crate::out::Answer;
use crate::settings::Settings;

/// `catalogue`.
pub(crate) async fn run(settings: &Settings, args: &CatalogueCommands) -> anyhow::Result<Answer> {
    match args {
        CatalogueCommands::Check(args) => check(args).await,
        CatalogueCommands::Import(args) => import(settings, args).await,
        CatalogueCommands::Export { set, with, format, output } => match builtin_with(with)? {
            Ok(catalogue) => export(&catalogue, set, *format, output),
            Err(problems) => Ok(refused(&problems)),
        },
        CatalogueCommands::Map { of, with } => map(of, with).await,
        CatalogueCommands::Digest { files, output } => digest(files, output).await,
        CatalogueCommands::Search { words, count } => search(&words.join(" "), *count),
        CatalogueCommands::Ids => {
            let ids = Rules::house().map_err(faults)?.released.unwrap_or_default().write(&builtin()?);
            Ok(Answer::done(json!({ "ids": ids.lines().collect::<Vec<_>>() }), ids))
        }
    }
}

fn builtin() -> anyhow::Result<Catalogue> {
    Catalogue::builtin().map_err(faults)
}

/// The built-in catalogue together with files of TOML, or every problem of the files.
fn builtin_with(paths: &[PathBuf]) -> anyhow::Result<Result<Catalogue, Vec<Problem>>> {
    let mut beside = Vec::new();
    for path in paths {
        gather(path, &mut beside)?;
    }
    let beside = beside.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    Ok(Catalogue::load(BUILTIN.iter().copied().chain(beside)))
}

/// A map drafted from a file, or the one of an exported set.
async fn map(of: &str, with: &[PathBuf]) -> anyhow::Result<Answer> {
    let map = if Path::new(of).is_file() {
        drafted_map(&sheets(Path::new(of)).await?)
    } else {
        match builtin_with(with)? {
            Ok(catalogue) => xlsx_map(one_set(&catalogue, of)?),
            Err(problems) => return Ok(refused(&problems)),
        }
    };
    Ok(Answer::done(json!({ "map": map }), map))
}

fn faults(problems: Vec<Problem>) -> anyhow::Error {
    anyhow::anyhow!("the catalogue has faults:\n{}", lines(&problems))
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("  {problem}\n")).collect()
}

async fn check(args: &CheckArgs) -> anyhow::Result<Answer> {
    let mut rules =
        if args.paths.is_empty() { Rules::house() } else { Rules::of_everybody() }.map_err(faults)?;
    for path in &args.against {
        rules.sentences = rules.sentences.and(sentences(path).await?);
    }
    let mut own = Vec::new();
    for path in &args.paths {
        gather(path, &mut own)?;
    }
    let mut all: Vec<(&str, &str)> = if args.alone { Vec::new() } else { BUILTIN.to_vec() };
    all.extend(own.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    let examined = Catalogue::examine(all, &rules);
    let answer = Answer::done(account(&examined), words(&examined));
    Ok(Answer { is_no: !examined.problems.is_empty(), ..answer })
}

/// What scripts rely on.
fn account(examined: &Examined) -> Value {
    let catalogue = &examined.catalogue;
    let sets = catalogue.sets().map(|set| {
        let covered = catalogue.covered(&set.id);
        let requirements = covered.iter().map(|row| {
            json!({ "id": row.requirement.id, "title": row.requirement.title, "tests": row.tests, "minutes": row.minutes })
        });
        json!({ "id": set.id, "edition": set.edition, "requirements": requirements.collect::<Vec<_>>() })
    });
    let tests = catalogue.tests().map(|test| {
        let mut whole = json!(test);
        assize_cli::bridge::set(&mut whole, "version", test.version().to_string());
        whole
    });
    json!({ "sets": sets.collect::<Vec<_>>(), "tests": tests.collect::<Vec<_>>(), "problems": examined.problems })
}

/// The tables of coverage, and the problems.
fn words(examined: &Examined) -> String {
    let catalogue = &examined.catalogue;
    let mut out = String::new();
    for set in catalogue.sets() {
        let covered = catalogue.covered(&set.id);
        if covered.iter().all(|row| row.tests == 0) {
            let _ = writeln!(
                out,
                "{}: {}, no tests\n",
                set.id,
                counted(covered.len(), "requirement", "requirements")
            );
            continue;
        }
        let _ = writeln!(out, "{}\n{:<14} {:>5} {:>7}  title", set.id, "requirement", "tests", "minutes");
        for row in covered {
            let id = row.requirement.id.as_str();
            let _ = writeln!(out, "{id:<14} {:>5} {:>7}  {}", row.tests, row.minutes, row.requirement.title);
        }
        out.push('\n');
    }
    let minutes: u32 = catalogue.tests().map(|test| test.minutes).sum();
    let (tests, trails) = (catalogue.tests().len(), catalogue.trails().len());
    let _ = writeln!(
        out,
        "{} of {}, {}.",
        counted(tests, "test", "tests"),
        counted(minutes, "minute", "minutes"),
        counted(trails, "trail", "trails")
    );
    match examined.problems.len() {
        0 => out.push_str("No problem was found."),
        count => {
            let _ = write!(out, "{}:\n{}", counted(count, "problem", "problems"), lines(&examined.problems));
        }
    }
    out
}

/// Every TOML file of a folder, or a file.
fn gather(path: &Path, found: &mut Vec<(String, String)>) -> anyhow::Result<()> {
    let bytes_max = limits::FILE_BYTES_MAX as u64;
    if !path.is_dir() {
        found.push((path.display().to_string(), files::read_text(path, bytes_max)?));
        return Ok(());
    }
    let mut folders = vec![path.to_owned()];
    let mut names: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in
            std::fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))?
        {
            let entry = entry.with_context(|| format!("{} cannot be read", folder.display()))?;
            let kind = entry
                .file_type()
                .with_context(|| format!("{} cannot be looked at", entry.path().display()))?;
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() && entry.path().extension().is_some_and(|extension| extension == "toml")
            {
                names.push(entry.path());
            }
            if names.len() > limits::FILES_MAX || folders.len() > limits::FILES_MAX {
                bail!(
                    "{} has more than {} files or folders; check its parts one by one",
                    path.display(),
                    limits::FILES_MAX
                );
            }
        }
    }
    names.sort();
    for name in names {
        found.push((name.display().to_string(), files::read_text(&name, bytes_max)?));
    }
    Ok(())
}

/// The runs of words of a file: a file of digests, or a document whose text a worker reads.
async fn sentences(path: &Path) -> anyhow::Result<Sentences> {
    let bytes = files::read(path, Limits::INPUT_BYTES_MAX)?;
    if let Some(text) = std::str::from_utf8(&bytes).ok().filter(|text| Sentences::is_written(text)) {
        return Sentences::parse(&path.display().to_string(), text).map_err(faults);
    }
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("file");
    match Processes::own()?.read_text(Bytes::from(bytes), name).await {
        Ok(DocumentText::Text { text, .. }) => {
            let sentences = Sentences::of(&text);
            if sentences.is_empty() {
                bail!(
                    "{} holds no eight words in a row, so that nothing can be compared with it",
                    path.display()
                );
            }
            Ok(sentences)
        }
        Ok(DocumentText::Unsupported) => {
            bail!("{} is of no kind that has text; give txt, md, html, pdf or docx", path.display())
        }
        Ok(DocumentText::Unreadable { reason }) => bail!("{}: {reason}", path.display()),
        Err(WorkError::Unfit(why) | WorkError::Failed(why)) => bail!("{}: {why}", path.display()),
    }
}

async fn digest(from: &[PathBuf], output: &Path) -> anyhow::Result<Answer> {
    let mut all = Sentences::default();
    for path in from {
        all = all.and(sentences(path).await?);
    }
    let made = format!(
        "made from {} with `assize catalogue digest`; say here which texts they were",
        counted(from.len(), "file", "files")
    );
    NewFile::whole(output, all.write(&[&made]).as_bytes())?;
    let words =
        format!("{} digests in {}; from them the text cannot be had back.", all.len(), output.display());
    Ok(Answer::done(json!({ "digests": all.len(), "output": output.display().to_string() }), words))
}

async fn import(settings: &Settings, args: &ImportArgs) -> anyhow::Result<Answer> {
    let base = match builtin_with(&args.with)? {
        Ok(base) => base,
        Err(problems) => return Ok(refused(&problems)),
    };
    let strictness = if args.lenient { Strictness::Lenient } else { Strictness::Strict };
    let name = args.file.display().to_string();
    let text = |path: &Path, bytes_max: usize| files::read_text(path, bytes_max as u64);
    let imported = match args.format {
        ImportFormat::Toml => import_toml(&name, &text(&args.file, limits::FILE_BYTES_MAX)?, Some(&base)),
        ImportFormat::Oscal => {
            let mut catalogs = Vec::new();
            for path in &args.catalog {
                catalogs.push((path.display().to_string(), text(path, limits::OSCAL_BYTES_MAX)?));
            }
            let catalogs: Vec<(&str, &str)> =
                catalogs.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            import_oscal(
                &name,
                &text(&args.file, limits::OSCAL_BYTES_MAX)?,
                &catalogs,
                strictness,
                Some(&base),
            )
        }
        ImportFormat::CisoAssistant => {
            import_ciso_assistant(&name, &text(&args.file, limits::YAML_BYTES_MAX)?, strictness, Some(&base))
        }
        ImportFormat::Xlsx | ImportFormat::Csv => {
            let Some(map) = &args.map else {
                bail!(
                    "say with --map which column holds what; `assize catalogue map {}` drafts it from the headings",
                    args.file.display()
                );
            };
            let map = match ColumnMap::parse(&map.display().to_string(), &text(map, limits::FILE_BYTES_MAX)?)
            {
                Ok(map) => map,
                Err(problems) => return Ok(refused(&problems)),
            };
            let sheets = sheets(&args.file).await?;
            import_sheets(&name, &sheets, &map, Some(&base))
        }
    };
    let mut imported = imported;
    let overrides = std::mem::take(&mut imported.overrides);
    if args.r#override { &mut imported.remarks } else { &mut imported.problems }.extend(overrides);
    if !imported.problems.is_empty() {
        return Ok(Answer { json: told(&imported), ..refused(&imported.problems) });
    }
    let mut words = heard(&imported);
    if let Some(output) = &args.output {
        let Some(whole) = imported.catalogue.export_whole_toml() else {
            bail!(
                "the file holds several sets, or lists that one file of TOML cannot hold; give each a file of its own"
            );
        };
        NewFile::whole(output, whole.as_bytes())?;
        let _ = writeln!(words, "Written to {}.", output.display());
    }
    if args.adopt {
        match adopt(settings, &imported.catalogue, args.auditee.as_deref()).await? {
            Ok(counts) => words.push_str(&counts.to_string()),
            Err(refused) => return Ok(refused),
        }
    } else if args.output.is_none() {
        words.push_str(
            "Nothing was kept: give -o FILE to write it as TOML, or --adopt to take it into the store.",
        );
    }
    Ok(Answer::done(told(&imported), words))
}

fn refused(problems: &[Problem]) -> Answer {
    let words = format!(
        "{}; nothing was imported:\n{}",
        counted(problems.len(), "problem", "problems"),
        lines(problems)
    );
    Answer::no(json!({ "sets": [], "tests": [], "problems": problems, "remarks": [] }), words)
}

fn told(imported: &Import) -> Value {
    let Import { catalogue, problems, remarks, overrides: _ } = imported;
    let examined = Examined { catalogue: catalogue.clone(), problems: problems.clone() };
    let mut told = account(&examined);
    assize_cli::bridge::set(&mut told, "remarks", json!(remarks));
    told
}

fn heard(imported: &Import) -> String {
    let mut words = String::new();
    for set in imported.catalogue.sets() {
        let _ = writeln!(
            words,
            "{}: {}",
            set.id,
            counted(set.requirements().len(), "requirement", "requirements")
        );
    }
    let _ = writeln!(
        words,
        "{}, {}, {}",
        counted(imported.catalogue.tests().len(), "test", "tests"),
        counted(imported.catalogue.mappings().len(), "mapping", "mappings"),
        counted(imported.catalogue.trails().len(), "trail", "trails")
    );
    if !imported.remarks.is_empty() {
        let _ = write!(
            words,
            "{}:\n{}",
            counted(imported.remarks.len(), "remark", "remarks"),
            lines(&imported.remarks)
        );
    }
    words
}

/// Adopts the sets, then what is on them; the answer of the law where it refuses one.
async fn adopt(
    settings: &Settings,
    catalogue: &Catalogue,
    auditee: Option<&str>,
) -> anyhow::Result<Result<Adopted, Answer>> {
    let sets = catalogue.sets().map(|set| ("criteria.adopt", adopted_set(set, auditee)));
    let mut counts = Adopted::default();
    for (name, body) in sets.chain(adoptions(catalogue)) {
        let answer = give(settings, None, name, &body).await?;
        if answer.is_no {
            return Ok(Err(answer));
        }
        counts.count(&answer.json);
    }
    Ok(Ok(counts))
}

/// The sheets of a workbook or a CSV file, read by a worker.
async fn sheets(path: &Path) -> anyhow::Result<Vec<Sheet>> {
    let bytes = Bytes::from(files::read(path, Limits::INPUT_BYTES_MAX)?);
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("file");
    match Processes::own()?.read_sheets(bytes, name).await {
        Ok(read) => Ok(read.sheets),
        Err(WorkError::Unfit(why) | WorkError::Failed(why)) => bail!("{}: {why}", path.display()),
    }
}

fn one_set<'c>(catalogue: &'c Catalogue, set: &str) -> anyhow::Result<&'c assize_catalogue::CriteriaSet> {
    let id: CriteriaId = set.parse().map_err(|error| anyhow::anyhow!("the set: {error}"))?;
    catalogue.criteria(&id).with_context(|| {
        let known: Vec<&str> = catalogue.sets().map(|set| set.id.as_str()).collect();
        format!("there is no set `{set}`; there are {}", known.join(", "))
    })
}

fn export(catalogue: &Catalogue, set: &str, format: ExportFormat, output: &Path) -> anyhow::Result<Answer> {
    let set = one_set(catalogue, set)?;
    let gone = || anyhow::anyhow!("the set is not loaded");
    let bytes = match format {
        ExportFormat::Toml => catalogue.export_toml(&set.id).ok_or_else(gone)?.into_bytes(),
        ExportFormat::Oscal => {
            let catalog =
                catalogue.export_oscal(&set.id, &jiff::Timestamp::now().to_string()).ok_or_else(gone)?;
            serde_json::to_vec_pretty(&catalog)?
        }
        ExportFormat::Xlsx => catalogue.export_xlsx(set)?,
    };
    NewFile::whole(output, &bytes)?;
    let words = format!("{} was written to {}.", set.id, output.display());
    Ok(Answer::done(
        json!({ "set": set.id, "output": output.display().to_string(), "bytes": bytes.len() }),
        words,
    ))
}

fn search(query: &str, count: usize) -> anyhow::Result<Answer> {
    let catalogue = builtin()?;
    let hits = catalogue.search(query, count);
    let list: Vec<Value> = hits
        .iter()
        .map(|hit| json!({ "id": hit.test.id, "title": hit.test.title, "score": hit.score }))
        .collect();
    let words: Vec<String> =
        hits.iter().map(|hit| format!("{:<14} {}", hit.test.id.as_str(), hit.test.title)).collect();
    let words = if words.is_empty() { "no test has all of these words".to_owned() } else { words.join("\n") };
    Ok(Answer::done(json!({ "tests": list }), words))
}
