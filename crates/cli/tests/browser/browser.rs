//! What a story does in a browser, in the words of the person who sits before it.

use std::cell::Cell;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::session::Session;

/// How long a page may take to become what is expected, and how often it is looked at.
const PATIENCE: Duration = Duration::from_secs(60);
const LOOK_PERIOD: Duration = Duration::from_millis(20);

const LINK: &str = "a[href]";
const BUTTON: &str = "button, input[type=submit], summary, [role=button]";
const FIELD: &str = "input:not([type=hidden]), textarea, select";
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A viewport in CSS pixels.
pub type Size = (u32, u32);
/// A desk.
pub const WIDE: Size = (1440, 900);
/// A phone.
pub const NARROW: Size = (390, 844);

/// A browser before which one person sits.
pub struct Browser {
    pub(crate) session: Session,
    pub(crate) base: String,
    pub(crate) scripts: Cell<bool>,
    size: Cell<Size>,
}

impl Browser {
    /// A browser that looks at `base`, like `http://127.0.0.1:8080`. None, and said, where there is none to test with.
    pub fn start(base: &str) -> Option<Self> {
        let browser = Self {
            session: Session::start()?,
            base: base.to_owned(),
            scripts: Cell::new(true),
            size: Cell::new(WIDE),
        };
        browser.open_address("about:blank");
        browser.console_errors();
        browser.requests();
        browser.set_size(WIDE);
        Some(browser)
    }

    /// Opens a page of the base address.
    pub fn open(&self, path: &str) {
        self.open_address(&format!("{}{path}", self.base));
    }

    pub(crate) fn open_address(&self, address: &str) {
        self.session.post("/url", &json!({ "url": address }));
    }

    /// Follows the link of an accessible name.
    pub fn follow(&self, name: &str) {
        self.click(&self.named("link", LINK, name));
    }

    /// Presses the button of an accessible name.
    pub fn press(&self, name: &str) {
        self.click(&self.named("button", BUTTON, name));
    }

    /// Ticks the box or takes the radio button of a label, or takes the tick away.
    pub fn tick(&self, label: &str) {
        self.click(&self.named("box", "input[type=checkbox], input[type=radio]", label));
    }

    /// Types into the field of a label what it is to hold.
    pub fn fill(&self, label: &str, text: &str) {
        let field = self.named("field", FIELD, label);
        self.session.post(&format!("/element/{field}/clear"), &json!({}));
        self.session.post(&format!("/element/{field}/value"), &json!({ "text": text }));
    }

    /// What the field of a label holds.
    pub fn value(&self, label: &str) -> String {
        let field = self.named("field", FIELD, label);
        self.of(&field, "property/value").as_str().unwrap_or_default().to_owned()
    }

    /// Chooses an option by its text in the list of a label.
    pub fn choose(&self, label: &str, option: &str) {
        let list = self.named("list", "select", label);
        let options = self.session.post(
            &format!("/element/{list}/elements"),
            &json!({ "using": "css selector", "value": "option" }),
        );
        let found = ids(&options).into_iter().find(|id| self.of(id, "text") == json!(option));
        self.click(&found.unwrap_or_else(|| panic!("the list `{label}` has no option `{option}`")));
    }

    /// Gives a file to the field of a label.
    pub fn upload(&self, label: &str, file: &Path) {
        let field = self.named("file field", "input[type=file]", label);
        self.session.post(
            &format!("/element/{field}/value"),
            &json!({ "text": file.canonicalize().unwrap().to_str().unwrap() }),
        );
    }

    /// Presses keys one after the other, wherever the focus is. WebDriver's code points stand for the others, like
    /// U+E007 for Enter.
    pub fn keys(&self, keys: &str) {
        let presses: Vec<Value> = keys
            .chars()
            .flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key })))
            .collect();
        self.session.post(
            "/actions",
            &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": presses }] }),
        );
    }

    /// The text of the page's main heading.
    pub fn heading(&self) -> String {
        self.first_text("h1")
    }

    /// The text that is seen on the page.
    pub fn text(&self) -> String {
        self.first_text("body")
    }

    /// Waits until a text is seen.
    pub fn expect_text(&self, text: &str) {
        self.until(&format!("the text `{text}`"), || self.text().contains(text).then_some(()));
    }

    /// Sets the viewport.
    pub fn set_size(&self, size: Size) {
        self.size.set(size);
        let (width, height) = size;
        self.session.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 }),
        );
    }

    pub(crate) fn size(&self) -> Size {
        self.size.get()
    }

    /// The colours the person prefers, `light` or `dark`; motion is not wanted.
    pub fn set_colours(&self, scheme: &str) {
        self.session.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme },
                { "name": "prefers-reduced-motion", "value": "reduce" }] }),
        );
    }

    /// Pages opened from now on run no script.
    pub fn scripts_off(&self) {
        self.set_scripts(false);
    }

    /// Pages opened from now on run their scripts again.
    pub fn scripts_on(&self) {
        self.set_scripts(true);
    }

    pub(crate) fn set_scripts(&self, on: bool) {
        self.scripts.set(on);
        self.session.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": !on }));
    }

    /// Cuts the network.
    pub fn network_off(&self) {
        self.set_offline(true);
    }

    /// Plugs an authenticator in that knows its owner: one of the machine's own, which keeps keys (`internal`), or a stick (`usb`).
    pub fn plug_in(&self, transport: &str) {
        self.session.post(
            "/webauthn/authenticator",
            &json!({ "protocol": "ctap2", "transport": transport, "hasResidentKey": transport == "internal",
                "hasUserVerification": true, "isUserVerified": true, "isUserConsenting": true }),
        );
    }

    /// Mends the network.
    pub fn network_on(&self) {
        self.set_offline(false);
    }

    fn set_offline(&self, offline: bool) {
        self.session.devtools(
            "Network.emulateNetworkConditions",
            json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }),
        );
    }

    /// Waits until something is there; the page is told where it does not come.
    pub fn until<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(
                Instant::now() < end,
                "{what} has not come; at {} there is:\n{}",
                self.session.get("/url"),
                self.text()
            );
            std::thread::sleep(LOOK_PERIOD);
        }
    }

    /// The one element of a kind with an accessible name.
    fn named(&self, kind: &str, css: &str, name: &str) -> String {
        self.until(&format!("the {kind} `{name}`"), || {
            let mut found = self.all(css);
            found.retain(|id| self.of(id, "computedlabel") == json!(name));
            assert!(found.len() < 2, "{} {kind}s are named `{name}`", found.len());
            found.pop()
        })
    }

    /// All elements of a selector.
    pub(crate) fn all(&self, css: &str) -> Vec<String> {
        ids(&self.session.post("/elements", &json!({ "using": "css selector", "value": css })))
    }

    /// Clicks an element.
    pub(crate) fn click(&self, id: &str) {
        self.session.post(&format!("/element/{id}/click"), &json!({}));
    }

    /// A property of an element; null where the page has replaced it meanwhile.
    fn of(&self, id: &str, property: &str) -> Value {
        self.session.try_get(&format!("/element/{id}/{property}")).unwrap_or(Value::Null)
    }

    /// The text of the first element of a selector as it is seen. WebDriver's own reading passes over `noscript`.
    fn first_text(&self, css: &str) -> String {
        let read = "const found = document.querySelector(arguments[0]); return found ? found.innerText : '';";
        let text = self.session.post("/execute/sync", &json!({ "script": read, "args": [css] }));
        text.as_str().unwrap_or_default().to_owned()
    }
}

pub(crate) fn ids(elements: &Value) -> Vec<String> {
    elements.as_array().unwrap().iter().map(|element| element[ELEMENT].as_str().unwrap().to_owned()).collect()
}
