//! Words about what another program shared with the page.

use luoxuan::catalog::Words;

use super::w;

pub const SHARED: Words = w("分享过来的文字", "分享過來的文字", "Shared with your journal");
pub const KEEP: Words = w("记成一条", "記成一條", "Keep as an entry");
pub const LEAVE: Words = w("不要", "不要", "Leave it");
