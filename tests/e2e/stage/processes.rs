//! Processes: which belong to a browser, and ending them without asking.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Every process whose command line names this folder, with all that they started.
pub(crate) fn of_profile(profile: &Path) -> Vec<u32> {
    let profile = profile.to_string_lossy().into_owned();
    let mut named = BTreeSet::new();
    let mut parents: BTreeMap<u32, u32> = BTreeMap::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else {
            continue;
        };
        let line = fs::read(entry.path().join("cmdline")).unwrap_or_default();
        if String::from_utf8_lossy(&line).contains(&profile) {
            named.insert(id);
        }
        let stat = fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        // After the name, which may hold anything, come the state and the parent.
        let parent = stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(1));
        if let Some(parent) = parent.and_then(|parent| parent.parse().ok()) {
            parents.insert(id, parent);
        }
    }
    loop {
        let before = named.len();
        named.extend(
            parents
                .iter()
                .filter(|(_, parent)| named.contains(parent))
                .map(|(id, _)| *id)
                .collect::<Vec<_>>(),
        );
        if named.len() == before {
            return named.into_iter().collect();
        }
    }
}

fn command_line(id: u32) -> String {
    let line = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
    String::from_utf8_lossy(&line).into_owned()
}

/// The processes that a person would call the browser: none of its helpers.
pub(crate) fn leaders(profile: &Path) -> Vec<u32> {
    let helper = ["--type=", "crashpad", "-contentproc", "forkserver"];
    let mut ids = of_profile(profile);
    ids.retain(|id| {
        let line = command_line(*id);
        !helper.iter().any(|mark| line.contains(mark))
    });
    ids
}

/// The processes that hold Chromium's pages.
pub(crate) fn renderers(profile: &Path) -> Vec<u32> {
    let mut ids = of_profile(profile);
    ids.retain(|id| command_line(*id).contains("--type=renderer"));
    ids
}

/// Sends a signal, such as `TERM`, to these processes.
pub(crate) fn signal(name: &str, ids: &[u32]) {
    if !ids.is_empty() {
        // Some may have ended by themselves in the meantime.
        let _ = Command::new("kill")
            .arg(format!("-{name}"))
            .args(ids.iter().map(u32::to_string))
            .stderr(Stdio::null())
            .status();
    }
}

/// Ends every process of a browser at once.
pub(crate) fn kill_profile(profile: &Path) {
    signal("KILL", &of_profile(profile));
}
