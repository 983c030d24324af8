//! The DevTools protocol over a pipe: no port, no handshake, no library.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};

/// A command that is not answered within this time will not be.
const PATIENCE: Duration = Duration::from_secs(40);

type Waiting = Arc<Mutex<BTreeMap<u64, Sender<Value>>>>;

/// A browser at the other end of a pipe.
pub(super) struct Pipe {
    child: Child,
    to: Arc<Mutex<ChildStdin>>,
    next: u64,
    waiting: Waiting,
    said: Arc<Mutex<Vec<Value>>>,
}

impl Pipe {
    /// Starts the browser, its errors going to a file.
    pub(super) fn start(program: &str, arguments: &[String], log: std::fs::File) -> std::io::Result<Self> {
        // The browser hears on file 3 and speaks on file 4; a shell puts the pipes there.
        let mut child = Command::new("sh")
            .args(["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>&2", program])
            .arg("--remote-debugging-pipe")
            .args(arguments)
            .env("TZ", "Asia/Shanghai")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()?;
        let (to, from) = (child.stdin.take(), child.stdout.take());
        let (Some(to), Some(from)) = (to, from) else {
            return Err(std::io::Error::other("no pipe"));
        };
        let pipe = Self {
            child,
            to: Arc::new(Mutex::new(to)),
            next: 0,
            waiting: Waiting::default(),
            said: Arc::default(),
        };
        let (to, waiting, said) = (pipe.to.clone(), pipe.waiting.clone(), pipe.said.clone());
        std::thread::spawn(move || listen(from, &to, &waiting, &said));
        Ok(pipe)
    }

    /// The answer to a command; of a page if its session is given.
    pub(super) fn ask(&mut self, command: &str, parameters: &Value, session: Option<&str>) -> Result<Value, String> {
        self.next += 1;
        let (tell, answer): (_, Receiver<Value>) = channel();
        self.waiting.lock().expect("nobody panicked").insert(self.next, tell);
        let mut message = json!({ "id": self.next, "method": command, "params": parameters });
        if let Some(session) = session {
            message["sessionId"] = json!(session);
        }
        send(&self.to, &message).map_err(|error| format!("{command}: {error}"))?;
        match answer.recv_timeout(PATIENCE) {
            Ok(mut answer) if answer["error"].is_null() => Ok(answer["result"].take()),
            Ok(answer) => Err(format!("{command}: {}", answer["error"]["message"])),
            Err(RecvTimeoutError::Timeout) => Err(format!("{command}: not answered")),
            Err(RecvTimeoutError::Disconnected) => Err(format!("{command}: the browser has gone")),
        }
    }

    /// What its consoles said since this was last asked.
    pub(super) fn said(&self) -> Vec<Value> {
        std::mem::take(&mut *self.said.lock().expect("nobody panicked"))
    }

    /// Ends it in order, or at once if it does not.
    pub(super) fn end(&mut self, profile: &Path) {
        // The answer may get lost, since the browser goes.
        let _ = self.ask("Browser.close", &json!({}), None);
        let gone = super::super::wait_for(Duration::from_secs(10), || self.child.try_wait().ok().flatten());
        if gone.is_none() {
            super::super::processes::kill_profile(profile);
            let _ = self.child.wait();
        }
    }
}

fn send(to: &Mutex<ChildStdin>, message: &Value) -> std::io::Result<()> {
    let mut to = to.lock().expect("nobody panicked");
    to.write_all(format!("{message}\0").as_bytes())?;
    to.flush()
}

/// Hands answers to those who wait for them, until the browser ends.
fn listen(from: ChildStdout, to: &Mutex<ChildStdin>, waiting: &Waiting, said: &Mutex<Vec<Value>>) {
    for message in BufReader::new(from).split(0).map_while(Result::ok) {
        let Ok(message) = serde_json::from_slice::<Value>(&message) else {
            continue;
        };
        if let Some(id) = message["id"].as_u64() {
            if let Some(tell) = waiting.lock().expect("nobody panicked").remove(&id) {
                // Whoever asked may have given up.
                let _ = tell.send(message);
            }
            continue;
        }
        match message["method"].as_str().unwrap_or_default() {
            // A page that asks whether to be left is left; nobody waits for this answer.
            "Page.javascriptDialogOpening" => {
                let accept = json!({
                    "id": 0, "method": "Page.handleJavaScriptDialog",
                    "params": { "accept": true }, "sessionId": message["sessionId"],
                });
                let _ = send(to, &accept);
            }
            "Runtime.consoleAPICalled" | "Runtime.exceptionThrown" | "Log.entryAdded" => {
                said.lock().expect("nobody panicked").push(message["params"].clone());
            }
            _ => {}
        }
    }
    // Nobody is answered any more.
    waiting.lock().expect("nobody panicked").clear();
}
