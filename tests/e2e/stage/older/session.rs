//! One browser, and what WebDriver's commands come to in the DevTools protocol.

use std::fs::File;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::pipe::Pipe;

/// What WebDriver calls an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Runs a script in the page, elements on the way in and out by their numbers.
const RUN: &str = include_str!("run.js");

/// What WebDriver calls what went wrong, and what it was.
pub(super) struct Failure(&'static str, String);

impl Failure {
    pub(super) fn new(name: &'static str, what: impl Into<String>) -> Self {
        Self(name, what.into())
    }

    pub(super) fn unknown(method: &str, path: &[&str]) -> Self {
        Self::new("unknown command", format!("{method} {}", path.join("/")))
    }

    pub(super) fn status(&self) -> &'static str {
        match self.0 {
            "element click intercepted" | "element not interactable" => "400 Bad Request",
            "stale element reference" | "unknown command" | "invalid session id" => "404 Not Found",
            _ => "500 Internal Server Error",
        }
    }

    pub(super) fn into_value(self) -> Value {
        json!({ "error": self.0, "message": self.1, "stacktrace": "" })
    }
}

impl From<String> for Failure {
    fn from(what: String) -> Self {
        Self::new("unknown error", what)
    }
}

/// A browser with a page that is looked at.
pub(super) struct Session {
    /// What it calls itself.
    pub(super) version: String,
    pipe: Pipe,
    profile: PathBuf,
    downloads: PathBuf,
    /// The page, and the session of it.
    page: (String, String),
}

impl Session {
    /// Starts a browser on the profile in this folder.
    pub(super) fn begin(program: &str, folder: &Path, log: &Path) -> Result<Self, Failure> {
        let (profile, downloads) = (folder.join("profile"), folder.join("downloads"));
        let arguments = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--lang=zh-CN",
            &format!("--user-data-dir={}", profile.display()),
            "about:blank",
        ];
        let log = File::create(log).map_err(|error| error.to_string())?;
        let arguments = arguments.map(str::to_owned);
        let mut pipe = Pipe::start(program, &arguments, log).map_err(|error| format!("{program}: {error}"))?;
        let version = pipe.ask("Browser.getVersion", &json!({}), None)?;
        let mut session = Self {
            version: version["product"].as_str().unwrap_or_default().to_owned(),
            pipe,
            profile,
            downloads,
            page: Default::default(),
        };
        session.new_page()?;
        Ok(session)
    }

    fn ask(&mut self, command: &str, parameters: &Value) -> Result<Value, Failure> {
        Ok(self.pipe.ask(command, parameters, Some(&self.page.1))?)
    }

    fn new_page(&mut self) -> Result<(), Failure> {
        let made = self
            .pipe
            .ask("Target.createTarget", &json!({ "url": "about:blank" }), None)?;
        self.go_to(made["targetId"].as_str().unwrap_or_default())
    }

    /// Goes to a page, and makes ready what every page needs.
    fn go_to(&mut self, page: &str) -> Result<(), Failure> {
        let asked = json!({ "targetId": page, "flatten": true });
        let attached = self.pipe.ask("Target.attachToTarget", &asked, None)?;
        let session = attached["sessionId"].as_str().unwrap_or_default().to_owned();
        self.page = (page.to_owned(), session);
        for domain in ["Page.enable", "Runtime.enable", "Log.enable"] {
            self.ask(domain, &json!({}))?;
        }
        let agent = self.run("function () { return navigator.userAgent; }", &json!([]), false)?;
        self.ask(
            "Emulation.setUserAgentOverride",
            &json!({ "userAgent": agent, "acceptLanguage": "zh-CN" }),
        )?;
        let folder = json!({ "behavior": "allow", "downloadPath": self.downloads });
        self.pipe.ask("Browser.setDownloadBehavior", &folder, None)?;
        Ok(())
    }

    /// Calls a function of the page; `waits` until it has called its last argument.
    fn run(&mut self, function: &str, arguments: &Value, waits: bool) -> Result<Value, Failure> {
        let answer = self.ask(
            "Runtime.evaluate",
            &json!({
                "expression": format!("({RUN})({function}, {arguments}, {waits})"),
                "awaitPromise": true, "returnByValue": true, "userGesture": true,
            }),
        )?;
        let wrong = &answer["exceptionDetails"];
        if wrong.is_null() {
            return Ok(answer["result"]["value"].clone());
        }
        let what = wrong["exception"]["description"].as_str().or(wrong["text"].as_str());
        let what = what.unwrap_or_default().to_owned();
        let name = if what.contains("no such element any more") {
            "stale element reference"
        } else {
            "javascript error"
        };
        Err(Failure::new(name, what))
    }

    /// Does what a command asks.
    pub(super) fn act(&mut self, method: &str, path: &[&str], body: &Value) -> Result<Value, Failure> {
        match (method, path) {
            ("GET", ["url"]) => self.run("function () { return location.href; }", &json!([]), false),
            ("POST", ["url"]) => self.open(&body["url"]),
            ("POST", ["execute", how]) => {
                let function = format!("function () {{ {}\n}}", body["script"].as_str().unwrap_or_default());
                self.run(&function, &body["args"], *how == "async")
            }
            ("GET", ["element", "active"]) => {
                self.run("function () { return document.activeElement; }", &json!([]), false)
            }
            ("POST", ["element", id, "click"]) => self.click(id),
            ("POST", ["element", id, "value"]) => self.type_into(id, body["text"].as_str().unwrap_or_default()),
            ("POST", ["actions"]) => self.press(body),
            ("POST", ["window", "rect"]) => self.ask(
                "Emulation.setDeviceMetricsOverride",
                &json!({ "width": body["width"], "height": body["height"], "deviceScaleFactor": 1, "mobile": false }),
            ),
            ("GET", ["window"]) => Ok(json!(self.page.0)),
            ("POST", ["window"]) => {
                self.go_to(body["handle"].as_str().unwrap_or_default())?;
                Ok(Value::Null)
            }
            ("POST", ["window", "new"]) => {
                let before = self.page.clone();
                self.new_page()?;
                let made = std::mem::replace(&mut self.page, before);
                Ok(json!({ "handle": made.0, "type": "tab" }))
            }
            ("POST", ["goog", "cdp", "execute"]) => self.ask(body["cmd"].as_str().unwrap_or_default(), &body["params"]),
            ("POST", ["se", "log"]) => {
                let said = self.pipe.said();
                Ok(said
                    .into_iter()
                    .map(|one| json!({ "message": one.to_string() }))
                    .collect())
            }
            _ => Err(Failure::unknown(method, path)),
        }
    }

    fn open(&mut self, address: &Value) -> Result<Value, Failure> {
        let gone = self.ask("Page.navigate", &json!({ "url": address }))?;
        if let Some(why) = gone["errorText"].as_str() {
            return Err(Failure::new("unknown error", why));
        }
        let loaded = super::super::wait_for(std::time::Duration::from_secs(30), || {
            let state = self.run("function () { return document.readyState; }", &json!([]), false);
            state.is_ok_and(|state| state == json!("complete")).then_some(())
        });
        loaded
            .map(|()| Value::Null)
            .ok_or_else(|| Failure::new("timeout", "the page does not load"))
    }

    fn click(&mut self, id: &str) -> Result<Value, Failure> {
        let place = self.run(
            "function (element) { \
               element.scrollIntoView({ block: 'nearest', behavior: 'instant' }); \
               const box = element.getClientRects()[0]; \
               if (!box) return 'not on the page'; \
               const x = box.x + box.width / 2, y = box.y + box.height / 2; \
               const there = document.elementFromPoint(x, y); \
               const own = there && (element.contains(there) || there.contains(element) && there.matches('label, summary, button, a')); \
               return own ? [x, y] : 'behind ' + (there ? there.outerHTML.slice(0, 120) : 'the edge'); }",
            &json!([{ ELEMENT: id }]),
            false,
        )?;
        let [x, y] = place.as_array().map_or(&[][..], Vec::as_slice) else {
            let why = place.as_str().unwrap_or_default();
            return Err(Failure::new("element click intercepted", why));
        };
        for (kind, buttons) in [("mouseMoved", 0), ("mousePressed", 1), ("mouseReleased", 0)] {
            self.ask(
                "Input.dispatchMouseEvent",
                &json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1 }),
            )?;
        }
        Ok(Value::Null)
    }

    fn type_into(&mut self, id: &str, text: &str) -> Result<Value, Failure> {
        let is_file = self.run(
            "function (element) { element.focus(); return element.type === 'file'; }",
            &json!([{ ELEMENT: id }]),
            false,
        )?;
        if is_file == json!(true) {
            let found = self.ask(
                "Runtime.evaluate",
                &json!({ "expression": format!("drivenElements[{id}]") }),
            )?;
            let files: Vec<&str> = text.lines().collect();
            let object = &found["result"]["objectId"];
            return self.ask("DOM.setFileInputFiles", &json!({ "files": files, "objectId": object }));
        }
        let mut plain = String::new();
        for character in text.chars() {
            match key_of(character) {
                Some(key) => {
                    self.insert(&mut plain)?;
                    self.key("keyDown", key, 0)?;
                    self.key("keyUp", key, 0)?;
                }
                None => plain.push(character),
            }
        }
        self.insert(&mut plain)?;
        Ok(Value::Null)
    }

    fn insert(&mut self, plain: &mut String) -> Result<(), Failure> {
        if !plain.is_empty() {
            self.ask("Input.insertText", &json!({ "text": std::mem::take(plain) }))?;
        }
        Ok(())
    }

    /// Presses and lets go of keys, as the actions of a keyboard say.
    fn press(&mut self, body: &Value) -> Result<Value, Failure> {
        let mut held = 0;
        let sources = body["actions"].as_array().into_iter().flatten();
        for action in sources.flat_map(|source| source["actions"].as_array().into_iter().flatten()) {
            let Some(character) = action["value"].as_str().and_then(|value| value.chars().next()) else {
                continue;
            };
            let key = key_of(character).unwrap_or(Key::Plain(character));
            let down = action["type"] == json!("keyDown");
            match (key.holds(), down) {
                (bit, true) => held |= bit,
                (bit, false) => held &= !bit,
            }
            self.key(if down { "keyDown" } else { "keyUp" }, key, held)?;
        }
        Ok(Value::Null)
    }

    fn key(&mut self, kind: &str, key: Key, held: u8) -> Result<(), Failure> {
        let (name, code, text) = key.told();
        let mut event = json!({
            "type": kind, "key": name, "windowsVirtualKeyCode": code, "nativeVirtualKeyCode": code, "modifiers": held,
        });
        // With Control or Alt a key types nothing.
        let types = held & (ALT | CONTROL) == 0 && !text.is_empty();
        if kind == "keyDown" && types {
            event["text"] = json!(text);
        }
        self.ask("Input.dispatchKeyEvent", &event).map(drop)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.pipe.end(&self.profile);
    }
}

/// The bits of the DevTools protocol for keys that are held while others are pressed.
const ALT: u8 = 1;
const CONTROL: u8 = 2;
const SHIFT: u8 = 8;

/// A key: one with a name, or one that types a character.
#[derive(Clone, Copy)]
enum Key {
    Named(&'static str, u32, &'static str),
    Plain(char),
}

impl Key {
    /// Its bit, if others are pressed while it is held.
    fn holds(self) -> u8 {
        match self {
            Self::Named("Alt", ..) => ALT,
            Self::Named("Control", ..) => CONTROL,
            Self::Named("Shift", ..) => SHIFT,
            _ => 0,
        }
    }

    /// Its name, its number on a keyboard, and what it types.
    fn told(self) -> (String, u32, String) {
        match self {
            Self::Named(name, code, text) => (name.to_owned(), code, text.to_owned()),
            Self::Plain(character) => (
                character.to_string(),
                u32::from(character.to_ascii_uppercase()),
                character.to_string(),
            ),
        }
    }
}

/// The named keys that the stories press, by the characters WebDriver has for them.
fn key_of(character: char) -> Option<Key> {
    let (name, code, text) = match character {
        '\u{e003}' => ("Backspace", 8, ""),
        '\u{e004}' => ("Tab", 9, ""),
        '\u{e006}' | '\u{e007}' | '\n' => ("Enter", 13, "\r"),
        '\u{e008}' => ("Shift", 16, ""),
        '\u{e009}' => ("Control", 17, ""),
        '\u{e00a}' => ("Alt", 18, ""),
        '\u{e00c}' => ("Escape", 27, ""),
        '\u{e010}' => ("End", 35, ""),
        '\u{e011}' => ("Home", 36, ""),
        '\u{e012}' => ("ArrowLeft", 37, ""),
        '\u{e013}' => ("ArrowUp", 38, ""),
        '\u{e014}' => ("ArrowRight", 39, ""),
        '\u{e015}' => ("ArrowDown", 40, ""),
        _ => return None,
    };
    Some(Key::Named(name, code, text))
}
