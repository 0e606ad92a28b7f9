//! The auditor's methods on the command line: each a subcommand, its flags made from the schema of its inputs.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use assize_cli::work::Processes;
use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::id::MethodUseId;
use assize_domain::method::MethodTable;
use assize_domain::{AnyRecord, Command, Key};
use assize_methods::assign::gather::Gathered;
use assize_methods::{METHODS, Method, Outcome};
use assize_server::gathered::{gathered, lacking_in_words, told_in, with_names};
use assize_server::methods::{GATHERED, Place, answered, named_in, recorded, sheet_of, used, with_tables};
use assize_server::{WorkError, Workers as _};
use assize_store::Act;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, FromArgMatches, Subcommand};
use serde_json::{Map, Value, json};

use super::open;
use super::store::operator;
use crate::files::{NewFile, read_text};
use crate::out::{Answer, malformed, refused};
use crate::settings::Settings;

/// The longest file of inputs, in bytes.
const INPUTS_BYTES_MAX: u64 = 16 * 1024 * 1024;
/// The flags that every method has, beside those of its inputs.
const FILE: &str = "FILE";
const AUDIT: &str = "record-in-audit";
const PROGRAMME: &str = "record-in-programme";
const REMARK: &str = "remark";
const TABLE: &str = "own-table";
const OF_PROGRAMME: &str = "of-programme";
const PERSON: &str = "as";
const PDF: &str = "pdf";

/// A method that was asked for on the command line.
#[derive(Clone, Debug)]
pub(crate) struct MethodArgs {
    method: &'static Method,
    /// Inputs given by flags.
    inputs: Map<String, Value>,
    /// Inputs that stand in files of their own.
    tables: Vec<(String, PathBuf)>,
    file: Option<PathBuf>,
    audit: Option<String>,
    programme: Option<String>,
    remark: Option<String>,
    /// The ids of adopted tables to calculate by.
    own_tables: Vec<String>,
    /// The programme from whose records the inputs are gathered.
    of_programme: Option<String>,
    person: Option<String>,
    pdf: Option<PathBuf>,
}

/// What a flag gives to the inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Whole,
    Truth,
    Text,
    /// Several, between commas or by repeating the flag.
    List,
    /// A file with a table: a population.
    Table,
}

impl Subcommand for MethodArgs {
    fn augment_subcommands(command: clap::Command) -> clap::Command {
        METHODS.iter().fold(command, |command, method| command.subcommand(described(method)))
    }

    fn augment_subcommands_for_update(command: clap::Command) -> clap::Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        Method::named(name).is_some()
    }
}

impl FromArgMatches for MethodArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let (name, given) = matches
            .subcommand()
            .ok_or_else(|| clap::Error::new(clap::error::ErrorKind::MissingSubcommand))?;
        let method =
            Method::named(name).ok_or_else(|| clap::Error::new(clap::error::ErrorKind::InvalidSubcommand))?;
        let text = |name: &str| given.get_one::<String>(name).cloned();
        Ok(Self {
            method,
            inputs: inputs_of(method, given),
            tables: tables_of(method, given),
            file: text(FILE).map(PathBuf::from),
            audit: text(AUDIT),
            programme: text(PROGRAMME),
            remark: text(REMARK),
            own_tables: given.get_many::<String>(TABLE).into_iter().flatten().cloned().collect(),
            of_programme: given.try_get_one::<String>(OF_PROGRAMME).ok().flatten().cloned(),
            person: text(PERSON),
            pdf: text(PDF).map(PathBuf::from),
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// The fields of a method's inputs that can be flags: name, form, schema.
fn fields(schema: &Value) -> Vec<(String, Form, Value)> {
    let properties = schema.get("properties").and_then(Value::as_object);
    properties
        .into_iter()
        .flatten()
        .filter_map(|(name, field)| Some((name.clone(), form(field)?, field.clone())))
        .collect()
}

/// The form of a field; none where it is an object or a list of them, which only a file can hold.
fn form(field: &Value) -> Option<Form> {
    if let Some(choices) = field.get("anyOf").and_then(Value::as_array) {
        return choices.iter().find(|choice| choice.get("type") != Some(&json!("null"))).and_then(form);
    }
    match field.get("type") {
        Some(Value::String(kind)) => match kind.as_str() {
            "integer" => Some(Form::Whole),
            "boolean" => Some(Form::Truth),
            "string" => Some(Form::Text),
            "object" if field.get("title") == Some(&json!("Population")) => Some(Form::Table),
            "array" => {
                field.get("items").and_then(form).filter(|inner| *inner != Form::List).map(|_| Form::List)
            }
            _ => None,
        },
        Some(Value::Array(_)) => Some(Form::Text),
        // Words or numbers, one of a few.
        None if field.get("enum").is_some() => Some(Form::Text),
        _ => None,
    }
}

/// The words that a field may hold, where they are few.
fn words(field: &Value) -> Option<Vec<String>> {
    let field = match field.get("anyOf").and_then(Value::as_array) {
        Some(choices) => choices.first()?,
        None => field,
    };
    let words = field.get("enum")?.as_array()?;
    Some(words.iter().filter_map(|word| word.as_str().map(str::to_owned)).collect())
}

fn described(method: &'static Method) -> clap::Command {
    let schema = (method.schema)();
    let text = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name("ID").help(help).help_heading("Record the use")
    };
    let command = clap::Command::new(method.name)
        .about(method.about)
        .after_help(format!("After {}.\nExample: {}", method.source, method.example))
        .arg(Arg::new(FILE).value_name("FILE").help(
            "A file with the inputs as a JSON object; flags win over it. `GET /api/v1/methods` has its schema",
        ))
        .arg(text(AUDIT, "Record the use, with its working, in this audit"))
        .arg(text(PROGRAMME, "Record the use, with its working, in this programme").conflicts_with(AUDIT))
        .arg(text(REMARK, "Why this method, or what follows from the result").value_name("TEXT"))
        .arg(text(PERSON, "The person on whose behalf it is recorded"))
        .arg(own_table(&schema))
        .arg(text(PDF, "Write the sheet of the recorded use as PDF").value_name("FILE"));
    let command = if method.name == GATHERED { command.arg(of_programme()) } else { command };
    fields(&schema)
        .into_iter()
        .fold(command, |command, (name, form, field)| command.arg(flag(&name, form, &field)))
}

/// The flag of adopted tables, shown where the method has a place for one. Elsewhere the method says that it has none.
fn own_table(schema: &Value) -> Arg {
    // As `Method::takes` has it for each place of a table.
    let by_system = schema.pointer("/properties/systems/items/properties/tables").is_some();
    let places = ["/properties/tables", "/properties/table", "/properties/weights"];
    let takes = by_system || places.iter().any(|place| schema.pointer(place).is_some());
    let help = match by_system {
        true => {
            "Calculate by this adopted table of the store, in place of the built-in one, with its management system before it, as `qms:ID`; may be repeated"
        }
        false => {
            "Calculate by this adopted table of the store, in place of the built-in one; may be repeated"
        }
    };
    Arg::new(TABLE).long("table").value_name("ID").action(ArgAction::Append).hide(!takes).help(help)
}

fn of_programme() -> Arg {
    Arg::new(OF_PROGRAMME).long("programme").value_name("ID").help(
        "Gather the audits, the people and the policy from the records of this programme; FILE, if given, is laid over them",
    )
}

fn flag(name: &str, form: Form, field: &Value) -> Arg {
    let words = words(field);
    let help = field.get("description").and_then(Value::as_str).unwrap_or_default().to_owned();
    let arg = Arg::new(name.to_owned()).long(name.replace('_', "-")).help(help).allow_negative_numbers(true);
    let arg = match form {
        Form::Truth => arg.num_args(0..=1).default_missing_value("true").value_name("true|false"),
        Form::List => arg
            .action(ArgAction::Append)
            .value_delimiter(',')
            .allow_hyphen_values(true)
            .value_name("VALUE,..."),
        Form::Table => arg
            .value_name("FILE")
            .help("The population: a table in XLSX or CSV whose first row names the columns"),
        Form::Whole => arg.value_name("N"),
        Form::Text => arg.value_name("VALUE").allow_hyphen_values(true),
    };
    match words {
        Some(words) => arg.value_parser(PossibleValuesParser::new(words)),
        None => arg,
    }
}

fn inputs_of(method: &Method, given: &ArgMatches) -> Map<String, Value> {
    let schema = (method.schema)();
    let mut inputs = Map::new();
    for (name, form, field) in fields(&schema) {
        if form == Form::Table {
            continue;
        }
        let Some(mut values) = given.get_many::<String>(&name) else { continue };
        let value = match form {
            Form::List => {
                let inner = field.get("items").and_then(self::form).unwrap_or(Form::Text);
                Value::Array(values.map(|text| read(text, inner)).collect())
            }
            form => values.next().map_or(Value::Null, |text| read(text, form)),
        };
        inputs.insert(name, value);
    }
    inputs
}

fn tables_of(method: &Method, given: &ArgMatches) -> Vec<(String, PathBuf)> {
    let tables = fields(&(method.schema)()).into_iter().filter(|(_, form, _)| *form == Form::Table);
    tables
        .filter_map(|(name, ..)| given.get_one::<String>(&name).map(|file| (name.clone(), file.into())))
        .collect()
}

/// What a text on the command line is as JSON. What is not of the form stays text, and the method says what is wrong with it.
fn read(text: &str, form: Form) -> Value {
    let text_itself = || Value::String(text.to_owned());
    match form {
        Form::Whole => text.parse::<i64>().map_or_else(|_| text_itself(), Value::from),
        Form::Truth => text.parse::<bool>().map_or_else(|_| text_itself(), Value::from),
        Form::Text | Form::List | Form::Table => text_itself(),
    }
}

/// `method`.
pub(crate) async fn run(settings: &Settings, args: &MethodArgs) -> anyhow::Result<Answer> {
    let mut inputs = whole(args)?;
    for (name, file) in &args.tables {
        match super::draw::read(file).await? {
            Ok(table) => inputs.insert(name.clone(), table),
            Err(no) => return Ok(no),
        };
    }
    let mut inputs = Value::Object(inputs);
    let gathered = match of_records(settings, args, &mut inputs).await? {
        Ok(gathered) => gathered,
        Err(problems) => return Ok(malformed(&problems)),
    };
    let tables = match adopted(settings, args, &mut inputs).await? {
        Ok(tables) => tables,
        Err(problems) => return Ok(malformed(&problems)),
    };
    let outcome = match args.method.run(&inputs) {
        Ok(outcome) => outcome,
        Err(problems) => return Ok(malformed(&problems)),
    };
    let mut json = answered(&outcome);
    named_in(&mut json, &tables);
    let mut words = in_words(&outcome);
    if let Some(gathered) = &gathered {
        told_in(&mut json, gathered);
        words = with_names(&words, &gathered.names) + &lacking_in_words(gathered);
    }
    if args.audit.is_some() || args.programme.is_some() {
        let made = match record(settings, args, &inputs, &outcome, &tables).await? {
            Ok(made) => made,
            Err(refusal) => return Ok(refusal),
        };
        words.push_str(&format!("\n\nRecorded as {made}."));
        if let Some(file) = &args.pdf {
            write_sheet(settings, &made, file).await?;
            words.push_str(&format!(" Its sheet is in {}.", file.display()));
        }
        assize_cli::bridge::set(&mut json, "method_use", made);
    } else if args.person.is_some() || args.remark.is_some() || args.pdf.is_some() {
        bail!(
            "--as, --remark and --pdf are for a use that is recorded: say where with --record-in-audit or --record-in-programme"
        );
    }
    Ok(Answer::done(json, words))
}

/// Puts what the records of the programme say in place of the inputs, with these laid over it, where a programme is named.
async fn of_records(
    settings: &Settings,
    args: &MethodArgs,
    inputs: &mut Value,
) -> anyhow::Result<Result<Option<Gathered>, Vec<Problem>>> {
    let Some(programme) = parsed(args.of_programme.as_deref(), "programme")? else { return Ok(Ok(None)) };
    let store = open(settings).await?;
    Ok(gathered(&store, programme, inputs).await?.map(|(whole, gathered)| {
        *inputs = whole;
        Some(gathered)
    }))
}

/// The adopted tables that were asked for, their numbers put into the inputs.
async fn adopted(
    settings: &Settings,
    args: &MethodArgs,
    inputs: &mut Value,
) -> anyhow::Result<Result<Vec<MethodTable>, Vec<Problem>>> {
    if args.own_tables.is_empty() {
        return Ok(Ok(Vec::new()));
    }
    let ids: Vec<&str> = args.own_tables.iter().map(String::as_str).collect();
    let store = open(settings).await?;
    Ok(with_tables(&store, args.method, inputs, &ids, "--table").await?)
}

/// Writes the sheet of a recorded use.
async fn write_sheet(settings: &Settings, made: &str, file: &Path) -> anyhow::Result<()> {
    let id: MethodUseId = made.parse().map_err(|error| anyhow::anyhow!("the use's id {error}"))?;
    let store = open(settings).await?;
    let found = match store.record(Key::of(id)).await?.map(|found| found.record) {
        Some(AnyRecord::MethodUse(found)) => *found,
        _ => bail!("the recorded use {made} is not there"),
    };
    let sheet = sheet_of(&store, &found).await?;
    let look = assize_server::look_of(&store).await?;
    let pdf = match Processes::own()?.render_sheet(sheet, look, found.stamp().at).await {
        Ok(pdf) => pdf,
        Err(WorkError::Unfit(why) | WorkError::Failed(why)) => bail!("the sheet was not rendered: {why}"),
    };
    NewFile::whole(file, &pdf)
}

/// The inputs of the file, with those of the flags over them.
fn whole(args: &MethodArgs) -> anyhow::Result<Map<String, Value>> {
    let mut inputs = match &args.file {
        None => Map::new(),
        Some(file) => {
            let text = read_text(file, INPUTS_BYTES_MAX)?;
            let value: Value =
                serde_json::from_str(&text).with_context(|| format!("{} is not JSON", file.display()))?;
            match value {
                Value::Object(inputs) => inputs,
                _ => bail!("{} holds no JSON object", file.display()),
            }
        }
    };
    inputs.extend(args.inputs.clone());
    Ok(inputs)
}

async fn record(
    settings: &Settings,
    args: &MethodArgs,
    inputs: &Value,
    outcome: &Outcome,
    tables: &[MethodTable],
) -> anyhow::Result<Result<String, Answer>> {
    let place = Place {
        audit: parsed(args.audit.as_deref(), AUDIT)?,
        programme: parsed(args.programme.as_deref(), PROGRAMME)?,
        remark: parsed(args.remark.as_deref(), REMARK)?,
        tables: tables.iter().map(used).collect(),
    };
    let body = recorded(args.method, inputs, outcome, &place);
    let command = match Command::read("method.record", &body) {
        Some(Ok(command)) => command,
        Some(Err(problems)) => return Ok(Err(malformed(&problems))),
        None => bail!("the law knows no `method.record`"),
    };
    let act = Act::new(operator(args.person.as_deref())?, command);
    match open(settings).await?.execute(act).await {
        Ok(done) => {
            let made = done.events.first().map(|event| event.subject.id.hyphenated().to_string());
            Ok(Ok(made.unwrap_or_default()))
        }
        Err(error) => Ok(Err(refused(error)?)),
    }
}

fn parsed<T: std::str::FromStr<Err: std::fmt::Display>>(
    text: Option<&str>,
    flag: &str,
) -> anyhow::Result<Option<T>> {
    text.map(str::parse).transpose().map_err(|error| anyhow::anyhow!("--{flag}: the text {error}"))
}

/// The sheet, for a person to read.
fn in_words(outcome: &Outcome) -> String {
    let sheet = &outcome.sheet;
    let mut text = format!("{}\n", sheet.title);
    for (number, step) in (1..).zip(&sheet.steps) {
        text.push_str(&format!("\n{number:2}. {}: {}\n    {}", step.what, step.value, step.working));
        if !step.source.is_empty() {
            text.push_str(&format!("\n    after {}", step.source));
        }
    }
    text.push_str(&format!("\n\n{}", sheet.conclusion));
    text
}
