//! The names of copies, and which of them are old enough to go.

use luoxuan::{DeviceId, Timestamp};

/// What every copy's name begins with, on every computer and in every language.
const START: &str = "螺旋手记-";

/// What the name of a copy of the words alone begins with.
const WORDS: &str = "螺旋手记文字-";

/// What every copy's name ends with: `.zip`, so that any computer opens it without this app and mail
/// lets it through; `.luoxuan` before it, so that nobody else's file is ever taken for one of ours.
const END: &str = ".luoxuan.zip";

/// How many copies of one device stay in the chosen folder.
pub const KEEP: usize = 30;

/// The name of a copy that this device makes now: of one device, sorted by name is sorted by time. It ends with four
/// characters of the device, for several computers may share a folder, and their copies are not each other's.
///
/// ```
/// use luoxuan_web::keeping::archive_name;
/// let now = luoxuan::Timestamp::new(1_795_479_302_000, 480);
/// let device = luoxuan::DeviceId::from_bytes([7; 16]);
/// assert_eq!(archive_name(now, device), "螺旋手记-2026-11-24-081502-a4dq.luoxuan.zip");
/// ```
pub fn archive_name(now: Timestamp, device: DeviceId) -> String {
    let stamp = now.to_string();
    let time: String = stamp.chars().skip(11).take(8).filter(char::is_ascii_digit).collect();
    format!("{START}{}-{time}{}", now.date(), end(device))
}

/// The name of a copy of the words alone.
pub(super) fn words_name(now: Timestamp, device: DeviceId) -> String {
    archive_name(now, device).replace(START, WORDS)
}

/// The name of one of several files that are a copy together.
///
/// The number stands before the end, so that the files lie one behind the other in a folder.
pub(super) fn part_name(name: &str, number: u32) -> String {
    name.replace(END, &format!("-{number:02}{END}"))
}

fn end(device: DeviceId) -> String {
    let device: String = device.to_string().chars().take(4).collect();
    format!("-{device}{END}")
}

fn is_ours(name: &str, device: DeviceId) -> bool {
    let stamp = name
        .strip_prefix(START)
        .and_then(|rest| rest.strip_suffix(&end(device)));
    stamp.is_some_and(|stamp| {
        stamp.len() == 17
            && stamp.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 | 10 => byte == b'-',
                _ => byte.is_ascii_digit(),
            })
    })
}

/// Of the names in a folder, those of this device's copies beyond the newest `keep`. The one just `made` is the newest
/// whatever its name says. Those that seem later were made by a clock that was ahead: how old they are nobody knows, and
/// of them as many stay, so that they take the place of no other.
pub(super) fn too_old(mut names: Vec<String>, keep: usize, made: &str, device: DeviceId) -> Vec<String> {
    names.retain(|name| is_ours(name, device));
    names.sort_unstable_by(|a, b| b.cmp(a));
    let (ahead, others): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| name.as_str() > made);
    ahead
        .into_iter()
        .skip(keep)
        .chain(others.into_iter().skip(keep))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn only_our_own_oldest_copies_go() {
        let now = Timestamp::new(1_795_479_302_000, 480);
        let days: i64 = 86_400_000;
        let [device, other] = [7, 8].map(|byte| DeviceId::from_bytes([byte; 16]));
        let mut names: Vec<String> = (0..5)
            .map(|day| archive_name(now.saturating_add(day * days), device))
            .collect();
        let old = names[..2].to_vec();
        names.extend(
            [
                "螺旋手记-期末.zip",
                "螺旋手记-2026-11-24-081502-a4dq.luoxuan (1).zip",
                "螺旋手记-aaaa-bb-cc-dddddd-a4dq.luoxuan.zip",
                "照片.zip",
                "螺旋手记-2026-11-24-a4dq.luoxuan.zip",
            ]
            .map(String::from),
        );
        // Of another computer that copies into the same folder, and older than all.
        names.push(archive_name(now.saturating_add(-days), other));
        let too_old = |made: &str| {
            let mut gone = too_old(names.clone(), 3, made, device);
            gone.sort();
            gone
        };
        assert_eq!(too_old(&archive_name(now.saturating_add(4 * days), device)), old);
        // Made by a clock that was set back: what seems later pushes nothing out, and goes on its own account.
        assert_eq!(too_old(&old[0]), [old[1].clone()]);
        let later = archive_name(now.saturating_add(5 * days), device);
        assert_eq!(too_old(&later), old);
        let made = archive_name(now, device);
        assert!(super::too_old(vec![made.clone()], 1, &made, device).is_empty());
    }
}
