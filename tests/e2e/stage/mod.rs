//! The stage on which the stories are played: browsers, their drivers, and sites to open.

pub(crate) mod browser;
pub(crate) mod disks;
pub(crate) mod drivers;
mod older;
pub(crate) mod processes;
pub(crate) mod site;
pub(crate) mod tools;

/// Waits until `look` finds something; `None` after `patience`.
pub(crate) fn wait_for<T>(patience: std::time::Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let start = std::time::Instant::now();
    loop {
        let found = look();
        if found.is_some() || start.elapsed() > patience {
            return found;
        }
        std::thread::sleep(std::time::Duration::from_millis(30));
    }
}
