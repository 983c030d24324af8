//! Where the browsers of the tests keep their profiles.
//!
//! Chromium refuses to store a word once the disk under its profile has less than a gigabyte left, and says only that its
//! storage is full. A disk that the builds have nearly filled would then fail every story; in memory there is room.

use std::fs;
use std::path::{Path, PathBuf};

use crate::outcome::Outcome;
use crate::shell::output;

/// What two browsers and all that the stories leave behind take at most, and the gigabyte that Chromium leaves free, in MB.
const ROOM: u64 = 2_500;

/// A folder of this run, deleted with it.
#[derive(Debug)]
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// A new folder: in memory if there is room, otherwise where the system keeps temporary files.
    pub(crate) fn new() -> Outcome<Self> {
        let mut seen = Vec::new();
        for parent in [PathBuf::from("/dev/shm"), std::env::temp_dir()] {
            let Some(free) = free(&parent) else { continue };
            // What lies in memory takes from what programs can have.
            let free = if parent.starts_with("/dev/shm") {
                free.min(memory() / 2)
            } else {
                free
            };
            seen.push(format!("{} has {free} MB", parent.display()));
            if free >= ROOM {
                let path = parent.join(format!("luoxuan-{}", std::process::id()));
                fs::create_dir_all(&path).map_err(|error| format!("{}: {error}", path.display()))?;
                println!("The browsers' profiles go into {}.", path.display());
                return Ok(Self(path));
            }
        }
        Err(format!(
            "the browsers need {ROOM} MB for their profiles, and {}",
            seen.join(", ")
        ))
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What a dying browser still holds is left to the system.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The room that is left under a folder, in MB.
fn free(folder: &Path) -> Option<u64> {
    let said = output(
        "df",
        &["--output=avail", "--block-size=1M", &folder.display().to_string()],
    )?;
    said.lines().last()?.trim().parse().ok()
}

/// The memory that programs could still have, in MB; none where the system does not tell.
fn memory() -> u64 {
    let told = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("MemAvailable:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or_default() / 1024
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_there_until_it_is_dropped() {
        let scratch = Scratch::new().expect("room for a folder");
        let path = scratch.path().to_owned();
        assert!(path.is_dir());
        drop(scratch);
        assert!(!path.exists());
    }

    #[test]
    fn the_room_of_a_folder_that_is_not_there_is_not_known() {
        assert!(free(Path::new("/")).is_some());
        assert!(free(Path::new("/no such folder")).is_none());
    }
}
