//! A real browser under remote control. Everything here waits for its answer, so that a story reads
//! from top to bottom.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::time::Duration;

use fantoccini::Client;
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::wd::{WebDriverCompatibleCommand, WindowHandle};
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use super::drivers::{Driver, open};
use super::tools::Scratch;
use super::{processes, wait_for};

/// Which browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Chromium, which also speaks the DevTools protocol.
    Chromium,
    /// Firefox ESR.
    Firefox,
    /// A Chromium of this version, older than what its driver of today can drive. Its driver is `older`.
    Older(u32),
    /// WebKit, which is what Safari draws with.
    WebKit,
}

/// No command takes longer than this, however busy the machine.
pub(super) const PATIENCE: Duration = Duration::from_secs(40);

/// Nor does a script that works through a whole page.
const LONG: Duration = Duration::from_mins(3);

/// A browser with a profile of its own.
pub(crate) struct Browser {
    /// Which it is.
    pub(crate) kind: Kind,
    folder: Scratch,
    runtime: Runtime,
    driver: Driver,
    client: Option<Client>,
    starts: u32,
}

/// A command of the driver's own that WebDriver does not have.
#[derive(Debug)]
struct Special {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Special {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

impl Browser {
    /// Starts one with an empty profile.
    pub(crate) fn start(kind: Kind) -> Self {
        Self::start_after(kind, |_| ())
    }

    /// Starts one once the empty folder of its profile has been made ready: as a disk of its own, with settings.
    pub(crate) fn start_after(kind: Kind, ready: impl FnOnce(&Path)) -> Self {
        let folder = Scratch::new(match kind {
            Kind::Chromium => "chromium",
            Kind::Firefox => "firefox",
            Kind::Older(_) => "older",
            Kind::WebKit => "webkit",
        });
        for name in ["profile", "downloads"] {
            std::fs::create_dir_all(folder.path().join(name)).expect("a folder");
        }
        ready(&folder.path().join("profile"));
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let (driver, client) = open(kind, folder.path(), &runtime, 0);
        Self {
            kind,
            folder,
            runtime,
            driver,
            client: Some(client),
            starts: 1,
        }
    }

    /// Ends it at once.
    pub(crate) fn kill(&mut self) {
        processes::kill_profile(&self.profile());
        self.end_driver();
    }

    /// Asks it to end as logging off does, and gives it the time that a system gives.
    pub(crate) fn terminate(&mut self) {
        processes::signal("TERM", &processes::leaders(&self.profile()));
        let gone = || processes::of_profile(&self.profile()).is_empty().then_some(());
        // One that is still there is killed below, as a system does.
        let _ = wait_for(Duration::from_secs(20), gone);
        self.end_driver();
    }

    /// Closes its last window, and ends what is left of it two seconds later.
    pub(crate) fn close_the_window(&mut self) {
        // The answer may get lost, since the browser goes.
        let _ = self.hear(self.client().close_window());
        std::thread::sleep(Duration::from_secs(2));
        self.kill();
    }

    /// Holds every process where it is: nothing more is written.
    pub(crate) fn hold(&self) {
        processes::signal("STOP", &processes::of_profile(&self.profile()));
    }

    fn end_driver(&mut self) {
        self.client.take();
        self.driver.end();
        let ended = wait_for(Duration::from_secs(10), || {
            processes::kill_profile(&self.profile());
            processes::of_profile(&self.profile()).is_empty().then_some(())
        });
        assert!(ended.is_some(), "the browser does not end");
    }

    /// Starts it again on the profile it had.
    pub(crate) fn start_again(&mut self) {
        if self.client.is_some() {
            self.quit();
        }
        for lock in [
            "SingletonLock",
            "SingletonCookie",
            "SingletonSocket",
            "lock",
            ".parentlock",
        ] {
            // Left behind by a browser that was killed; often not there.
            let _ = std::fs::remove_file(self.profile().join(lock));
        }
        // After a power cut these may be empty; the browser minds it less than its driver.
        for settings in ["Default/Preferences", "Local State"] {
            let file = self.profile().join(settings);
            if std::fs::metadata(&file).is_ok_and(|file| file.len() == 0) {
                let _ = std::fs::remove_file(file);
            }
        }
        let (driver, client) = open(self.kind, self.folder.path(), &self.runtime, self.starts);
        self.starts += 1;
        self.driver = driver;
        self.client = Some(client);
    }

    /// Ends it in order.
    pub(crate) fn quit(&mut self) {
        if let Some(client) = self.client.take() {
            let closed = self
                .runtime
                .block_on(async { tokio::time::timeout(Duration::from_secs(20), client.close()).await });
            // A browser that does not end by itself is ended below.
            drop(closed);
        }
        self.end_driver();
    }

    /// Whether it has been started and not ended since.
    pub(crate) fn is_running(&self) -> bool {
        self.client.is_some()
    }

    /// The folder of its profile.
    pub(crate) fn profile(&self) -> PathBuf {
        self.folder.path().join("profile")
    }

    /// The folder its downloads go to.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.folder.path().join("downloads")
    }

    /// A folder for files that the teacher picks.
    pub(crate) fn desk(&self) -> &Path {
        self.folder.path()
    }

    fn client(&self) -> &Client {
        self.client.as_ref().expect("the browser is running")
    }

    /// Waits for an answer of the browser.
    fn hear<T>(&self, answer: impl Future<Output = Result<T, CmdError>>) -> Result<T, CmdError> {
        self.hear_within(PATIENCE, answer)
    }

    fn hear_within<T>(
        &self,
        patience: Duration,
        answer: impl Future<Output = Result<T, CmdError>>,
    ) -> Result<T, CmdError> {
        self.runtime
            .block_on(async { tokio::time::timeout(patience, answer).await })
            .unwrap_or_else(|_| {
                let silence = format!("the browser does not answer for {patience:?}");
                Err(CmdError::Lost(std::io::Error::new(
                    std::io::ErrorKind::TimedOut,
                    silence,
                )))
            })
    }

    /// Goes to an address.
    pub(crate) fn go(&self, address: &str) {
        self.hear(self.client().goto(address)).expect("the page opens");
    }

    /// Loads the page again.
    pub(crate) fn reload(&self) {
        if self.kind == Kind::Chromium {
            return self.hear(self.client().refresh()).expect("the page loads again");
        }
        // Firefox's driver goes past the service worker, which no key of a person's does.
        self.run("window.isBefore = true; setTimeout(() => location.reload(), 0)", vec![]);
        let loaded = wait_for(PATIENCE, || {
            let loaded = "return !window.isBefore && document.readyState === 'complete'";
            // While the page changes there is nobody to answer.
            (self.try_run(loaded, vec![]).ok()? == json!(true)).then_some(())
        });
        assert!(loaded.is_some(), "the page does not load again");
    }

    /// Runs a script in the page and returns what it returns.
    pub(crate) fn try_run(&self, script: &str, arguments: Vec<Value>) -> Result<Value, CmdError> {
        self.hear(self.client().execute(script, arguments))
    }

    /// Runs a script in the page and returns what it returns.
    pub(crate) fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.try_run(script, arguments)
            .unwrap_or_else(|error| panic!("{error}\nin the script {script}"))
    }

    /// Runs a script that calls its last argument with what it has to say.
    pub(crate) fn run_until_called(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.hear(self.client().execute_async(script, arguments))
            .unwrap_or_else(|error| panic!("{error}\nin the script {script}"))
    }

    /// The same for a script that has much to do.
    pub(crate) fn run_long_until_called(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.hear_within(LONG, self.client().execute_async(script, arguments))
            .unwrap_or_else(|error| panic!("{error}\nin the script {script}"))
    }

    /// The element a script returned, if it did.
    pub(crate) fn element(&self, value: &Value) -> Option<Element> {
        let id = value.as_object()?.values().next()?.as_str()?;
        Some(Element::from_element_id(
            self.client().clone(),
            ElementRef::from(id.to_owned()),
        ))
    }

    /// Clicks as a hand would: scrolls there, and fails if something is in the way.
    pub(crate) fn click(&self, element: &Element) -> Result<(), CmdError> {
        self.hear(element.click())
    }

    /// Types into an element, after what stands there.
    pub(crate) fn type_into(&self, element: &Element, text: &str) -> Result<(), CmdError> {
        self.hear(element.send_keys(text))
    }

    /// The element that has the keyboard.
    pub(crate) fn focused(&self) -> Element {
        self.hear(self.client().active_element())
            .expect("something has the focus")
    }

    /// Presses keys together, such as Control and Enter, and lets go of them.
    pub(crate) fn chord(&self, keys: &[char]) {
        use fantoccini::actions::{InputSource, KeyAction, KeyActions};
        let mut actions = KeyActions::new("keyboard".into());
        for key in keys {
            actions = actions.then(KeyAction::Down { value: *key });
        }
        for key in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value: *key });
        }
        self.hear(self.client().perform_actions(actions))
            .expect("the keys are pressed");
    }

    /// Sends a command of the DevTools protocol.
    pub(crate) fn devtools(&self, command: &str, parameters: &Value) -> Value {
        assert!(
            matches!(self.kind, Kind::Chromium | Kind::Older(_)),
            "only Chromium speaks the DevTools protocol"
        );
        self.hear(self.client().issue_cmd(Special {
            path: "goog/cdp/execute",
            body: json!({ "cmd": command, "params": parameters }),
        }))
        .unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// A picture of what is in the window, as a PNG file.
    pub(crate) fn picture(&self) -> Vec<u8> {
        self.hear(self.client().screenshot()).expect("a picture")
    }

    /// What the console said since it was last asked, and in Chromium what went over the network.
    pub(crate) fn log(&self, sort: &str) -> Vec<Value> {
        match self.kind {
            Kind::Chromium | Kind::Older(_) => self
                .hear(self.client().issue_cmd(Special {
                    path: "se/log",
                    body: json!({ "type": sort }),
                }))
                .ok()
                .and_then(|log| log.as_array().cloned())
                .unwrap_or_default(),
            Kind::Firefox => std::fs::read_to_string(self.log_file())
                .unwrap_or_default()
                .lines()
                .filter(|line| line.contains("console.") || line.contains("JavaScript error"))
                .map(|line| json!({ "message": line }))
                .collect(),
            // Its driver keeps none.
            Kind::WebKit => Vec::new(),
        }
    }

    fn log_file(&self) -> PathBuf {
        self.folder.path().join(format!("driver-{}.log", self.starts - 1))
    }

    /// Opens another tab and goes to it.
    pub(crate) fn new_tab(&self) -> WindowHandle {
        let tab = self.hear(self.client().new_window(true)).expect("a new tab");
        self.to_tab(&tab.handle);
        tab.handle
    }

    /// Closes the tab it is in and goes to another: without a tab the browser answers nothing.
    pub(crate) fn close_tab_for(&self, other: &WindowHandle) {
        self.hear(self.client().close_window()).expect("the tab closes");
        self.to_tab(other);
    }

    /// The tab it is in.
    pub(crate) fn tab(&self) -> WindowHandle {
        self.hear(self.client().window()).expect("a tab")
    }

    /// Every tab.
    pub(crate) fn tabs(&self) -> Vec<WindowHandle> {
        self.hear(self.client().windows()).expect("the tabs")
    }

    /// Goes to a tab.
    pub(crate) fn to_tab(&self, tab: &WindowHandle) {
        self.hear(self.client().switch_to_window(tab.clone()))
            .expect("that tab is there");
    }

    /// Makes the window this large.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        self.hear(self.client().set_window_size(width, height))
            .expect("the window takes a size");
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.client.take();
            processes::kill_profile(&self.profile());
            self.driver.end();
        } else {
            self.quit();
        }
    }
}
