//! One session of the WebDriver protocol: chromedriver, the chromium it drives, and requests to them.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

/// How long chromedriver may take for one request.
const REQUEST_SECONDS_MAX: u64 = 60;

const ARGUMENTS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--lang=en-GB",
];

/// A browser that runs. It ends when this is dropped, in a failed test too.
pub struct Session {
    agent: ureq::Agent,
    address: String,
    driver: Child,
    profile: tempfile::TempDir,
}

impl Session {
    /// Starts chromedriver on a port that is free, and a browser with a profile of its own. None, and said, where
    /// `ASSIZE_TEST_BROWSER` names none.
    pub fn start() -> Option<Self> {
        let Ok(named) = std::env::var("ASSIZE_TEST_BROWSER") else {
            eprintln!("ASSIZE_TEST_BROWSER is not set: not tried in a browser");
            return None;
        };
        let (driver, chromium) = named.split_once(',').expect("ASSIZE_TEST_BROWSER is DRIVER,CHROMIUM");
        let mut driver = Command::new(driver).arg("--port=0").stdout(Stdio::piped()).spawn().unwrap();
        let mut said = BufReader::new(driver.stdout.take().unwrap());
        let port = port_of(&mut said);
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(REQUEST_SECONDS_MAX)))
            .build()
            .into();
        let profile = tempfile::tempdir().unwrap();
        let mut session = Self { agent, address: format!("http://127.0.0.1:{port}"), driver, profile };
        let folder = format!("--user-data-dir={}", session.profile.path().display());
        let arguments: Vec<&str> = ARGUMENTS.into_iter().chain([folder.as_str()]).collect();
        let made = session.post(
            "/session",
            &json!({ "capabilities": { "alwaysMatch": {
                "goog:chromeOptions": { "binary": chromium, "args": arguments },
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            } } }),
        );
        session.address.push_str(&format!("/session/{}", made["sessionId"].as_str().unwrap()));
        Some(session)
    }

    /// The folder of the browser's profile.
    pub fn profile(&self) -> String {
        self.profile.path().display().to_string()
    }

    /// Asks for something.
    pub fn get(&self, path: &str) -> Value {
        self.try_get(path).unwrap_or_else(|error| panic!("{error}"))
    }

    /// Asks for something that may be gone, like an element of a page that was left.
    pub fn try_get(&self, path: &str) -> Result<Value, String> {
        let mut answer = self.agent.get(format!("{}{path}", self.address)).call().unwrap();
        value(path, answer.body_mut().read_json().unwrap())
    }

    /// Has something done.
    pub fn post(&self, path: &str, body: &Value) -> Value {
        self.try_post(path, body).unwrap_or_else(|error| panic!("{error}"))
    }

    /// Has something done that may fail, like a click on what is covered.
    pub fn try_post(&self, path: &str, body: &Value) -> Result<Value, String> {
        let mut answer = self.agent.post(format!("{}{path}", self.address)).send_json(body).unwrap();
        value(path, answer.body_mut().with_config().limit(1 << 28).read_json().unwrap())
    }

    /// A command of the Chrome DevTools Protocol.
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    /// What an expression is, awaited where it is a promise. The page's content security policy does not hold here.
    pub fn evaluate(&self, expression: &str) -> Value {
        let done = self.devtools(
            "Runtime.evaluate",
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true }),
        );
        assert!(done.get("exceptionDetails").is_none(), "{done:#}");
        done["result"]["value"].clone()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Chromium outlives a chromedriver that is killed; it ends with its session.
        let _ = self.agent.delete(&self.address).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

fn port_of(said: &mut impl BufRead) -> u16 {
    said.lines()
        .map_while(Result::ok)
        .find_map(|line| line.strip_suffix('.')?.rsplit_once("successfully on port ")?.1.parse().ok())
        .expect("chromedriver says its port")
}

fn value(path: &str, answer: Value) -> Result<Value, String> {
    let value = answer["value"].clone();
    match value.get("error") {
        Some(error) => Err(format!("{path}: {error}: {}", value["message"])),
        None => Ok(value),
    }
}
