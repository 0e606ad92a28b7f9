//! Forms as a story fills them in: controls by the place of the field they are for, ways to acts by the act's name.
//!
//! Labels are checked where pages are looked at; a long story goes on when a label is put better.

use serde_json::json;

use crate::browser::Browser;

/// What holds a control that a person sees.
const SEEN: &str = ":not([type=hidden])";
/// Opens what is folded around an element, as a person does who looks for a field.
const UNFOLD: &str = "for (let folded = arguments[0].closest('details'); folded; folded = folded.parentElement.closest('details')) folded.open = true;";
/// Sets what a person picks from a calendar: how it is typed differs from one language of the browser to the next.
const PICK: &str = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true })); \
     arguments[0].dispatchEvent(new Event('change', { bubbles: true }));";

impl Browser {
    /// Follows the way to an act that the page offers, the first where there are several.
    pub fn go_to_act(&self, command: &str) {
        let way = format!("main a[href^='/do/{command}?'], main a[href='/do/{command}']");
        self.click_first(&format!("a way to `{command}`"), &way);
    }

    /// Follows the first link of the page that leads to an address which begins so.
    pub fn go_to(&self, address: &str) {
        self.click_first(&format!("a way to `{address}`"), &format!("main a[href^='{address}']"));
    }

    /// Types into the control of a field, or chooses in it by the text or the value of an option.
    pub fn put(&self, place: &str, text: &str) {
        let field = self.control(place, &format!("[name='{place}']{SEEN}"));
        match self.property(&field, "type").as_str() {
            "select-one" => self.click(&self.option(place, &field, text)),
            "date" | "time" | "datetime-local" => self.run(PICK, &field, text),
            _ => {
                self.session.post(&format!("/element/{field}/clear"), &json!({}));
                self.session.post(&format!("/element/{field}/value"), &json!({ "text": text }));
            }
        }
    }

    /// Takes a value among the boxes or the buttons of a field.
    pub fn take(&self, place: &str, value: &str) {
        let field = self.control(place, &format!("[name='{place}'][value='{value}']{SEEN}"));
        self.see_and_click(&field);
    }

    /// Takes every value of a field.
    pub fn take_all(&self, place: &str) {
        for field in self.all(&format!("main input[type=checkbox][name='{place}']:not(:checked)")) {
            self.see_and_click(&field);
        }
    }

    /// Adds a row to a list of the form, which is then its row of that number.
    pub fn add_row(&self, place: &str, number: usize) {
        self.click_first(
            &format!("one more of `{place}`"),
            &format!("main button[name=rows][value='add:{place}']"),
        );
        let below = format!("main [name^='{place}/{number}/']{SEEN}");
        self.until("the row", || (!self.all(&below).is_empty()).then_some(()));
    }

    /// Sends the form of the page; what is said afterwards is the proof that it was done.
    pub fn send(&self, said: &str) {
        self.click_first("the button of the form", "main form .buttons button.first");
        self.expect_text(said);
    }

    /// Waits for the first element of a selector, and clicks it.
    pub fn click_first(&self, what: &str, css: &str) {
        let found = self.until(what, || self.all(css).into_iter().next());
        self.see_and_click(&found);
    }

    /// Clicks an element that may be folded away, or stand under the edge of the window.
    pub(crate) fn see_and_click(&self, id: &str) {
        self.run(UNFOLD, id, "");
        self.run("arguments[0].scrollIntoView({ block: 'center' });", id, "");
        self.click(id);
    }

    fn control(&self, place: &str, css: &str) -> String {
        let field = self
            .until(&format!("the field `{place}`"), || self.all(&format!("main {css}")).into_iter().next());
        self.run(UNFOLD, &field, "");
        field
    }

    fn option(&self, place: &str, list: &str, text: &str) -> String {
        let found = self.session.post(
            &format!("/element/{list}/elements"),
            &json!({ "using": "css selector", "value": "option" }),
        );
        let options = crate::browser::ids(&found);
        let is_it =
            |id: &&String| self.property(id, "text").trim() == text || self.property(id, "value") == text;
        let one = options.iter().find(is_it).cloned();
        one.unwrap_or_else(|| {
            let there: Vec<String> = options.iter().map(|id| self.property(id, "text")).collect();
            panic!("the list `{place}` has no option `{text}` among {there:?}")
        })
    }

    fn property(&self, id: &str, name: &str) -> String {
        self.session.get(&format!("/element/{id}/property/{name}")).as_str().unwrap_or_default().to_owned()
    }

    fn run(&self, script: &str, id: &str, text: &str) {
        let element = json!({ "element-6066-11e4-a52e-4f735466cecf": id });
        self.session.post("/execute/sync", &json!({ "script": script, "args": [element, text] }));
    }
}
