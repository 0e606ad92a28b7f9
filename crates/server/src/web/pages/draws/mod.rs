//! Samples drawn by lot for an audit, each in four steps: the population is declared by its file, the seed made, the sample drawn and
//! recorded, items replaced where they cannot be examined. Nobody who acts chooses the seed, and whoever has the file draws it again.
//!
//! The file is read and not kept: it may hold what an audit has no need to keep, and its digest is what the record rests on.

mod declare;
mod one;

pub(crate) use declare::{declare, page};
pub(crate) use one::{one, redone, replace, sample};

use assize_domain::kernel::datum::Problem;
use bytes::Bytes;
use serde_json::Value;

use crate::app::App;
use crate::draws::population;
use crate::problem::Fault;
use crate::web::form::Wrong;
use crate::web::words::Words;
use crate::workers::WorkError;

/// A step of a draw.
struct Step {
    /// The key of its words.
    key: &'static str,
    done: bool,
    current: bool,
}

/// The steps of a draw, of which the first `done` are done.
fn steps(done: usize) -> Vec<Step> {
    const STEPS: [&str; 4] = ["draw-step-declare", "draw-step-seed", "draw-step-draw", "draw-step-examine"];
    STEPS
        .iter()
        .enumerate()
        .map(|(place, key)| Step { key, done: place < done, current: place == done })
        .collect()
}

/// Reads a population's file; what is wrong with it.
async fn read(
    app: &App,
    words: &Words,
    file: Option<(String, Bytes)>,
) -> Result<Result<Value, Vec<Wrong>>, Fault> {
    let Some((name, bytes)) = file else {
        return Ok(Err(vec![Wrong { at: FILE.to_owned(), ..Wrong::whole(words.say("draw-file-missing")) }]));
    };
    // What the file calls itself says what it is, and nothing else of its name is of use.
    let is_sheet = name.to_ascii_lowercase().ends_with(".xlsx");
    let name = if is_sheet { "population.xlsx" } else { "population.csv" };
    let _permit = app.working.acquire().await.map_err(Fault::internal)?;
    match population(app.workers.as_ref(), bytes, name).await {
        Ok(Ok(population)) => Ok(Ok(population)),
        Ok(Err(problems)) => Ok(Err(in_file(words, problems))),
        Err(WorkError::Unfit(what)) => Ok(Err(vec![Wrong {
            at: FILE.to_owned(),
            hint: words.say("draw-file-unfit"),
            ..Wrong::whole(what)
        }])),
        Err(WorkError::Failed(cause)) => Err(Fault::internal(cause)),
    }
}

/// The control of the file.
const FILE: &str = "/file";
/// How many problems of a file are named.
const PROBLEMS_MAX: usize = 20;

/// Problems of a file, each with its place there.
fn in_file(words: &Words, problems: Vec<Problem>) -> Vec<Wrong> {
    let one = |problem: Problem| {
        let place = problem.at.clone();
        let wrong = Wrong::of(words, problem);
        let what = if place.is_empty() { wrong.what } else { format!("{place}: {}", wrong.what) };
        Wrong { at: FILE.to_owned(), what, ..wrong }
    };
    problems.into_iter().take(PROBLEMS_MAX).map(one).collect()
}
