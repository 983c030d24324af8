//! Words of the line that says whether the words are safe.

use luoxuan::catalog::Words;

use super::w;

pub const KEPT_AT: Words = w("已写入本机 {time}", "已寫入本機 {time}", "Kept on this computer {time}");
pub const WRITING: Words = w("正在写入……", "正在寫入……", "Writing…");
pub const READY: Words = w("都在本机", "都在本機", "All on this computer");
