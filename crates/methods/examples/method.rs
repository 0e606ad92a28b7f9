//! Carries a method out: `method NAME INPUTS.json` prints result and sheet, or every problem at its place.

use std::error::Error;

use assize_methods::Method;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(name), Some(inputs)) = (arguments.next(), arguments.next()) else {
        return Err("usage: method NAME INPUTS.json".into());
    };
    let method = Method::named(&name).ok_or("no method has that name")?;
    match method.run(&serde_json::from_slice(&std::fs::read(inputs)?)?) {
        Ok(outcome) => {
            let sheet = outcome.sheet.to_json();
            println!(
                "{}",
                serde_json::json!({ "source": method.source, "result": outcome.result, "sheet": sheet })
            );
        }
        Err(problems) => {
            for problem in problems {
                println!("{}: {}; {}", problem.at, problem.what, problem.hint);
            }
        }
    }
    Ok(())
}
