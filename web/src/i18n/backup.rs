//! Words of copies outside the browser, of taking them back in, and of trouble with keeping.

use luoxuan::catalog::Words;

use super::{Locale, fill, w};
use crate::browser::files::FolderError;
use luoxuan::session::Trouble;

use crate::keeping::Age;

const NEVER: Words = w("还没有备份", "還沒有備份", "Not backed up yet");
const TODAY: Words = w("已备份（今天）", "已備份（今天）", "Backed up today");
const DAYS: Words = w("已备份（{n} 天前）", "已備份（{n} 天前）", "Backed up {n} days ago");

pub const COPYING: Words = w("正在备份……", "正在備份……", "Making a copy…");
pub const READING: Words = w("正在读文件……", "正在讀檔案……", "Reading the files…");
pub const TAKING_IN: Words = w("正在收进手记……", "正在收進手記……", "Taking it in…");
pub const UNREADABLE: Words = w(
    "“{name}”读不出来，可能 U 盘拔掉了。手记没有变。",
    "「{name}」讀不出來，可能隨身碟拔掉了。手記沒有變。",
    "“{name}” cannot be read; the stick may be gone. Your journal is unchanged.",
);
pub const DOWNLOADED: Words = w(
    "备份已交给浏览器下载。请把它放到 U 盘或另一台电脑上。",
    "備份已交給瀏覽器下載。請把它放到隨身碟或另一臺電腦上。",
    "The backup is in your downloads. Put it on a stick or another computer.",
);
pub const DOWNLOADED_IN_PARTS: Words = w(
    "备份分成几个文件交给了浏览器下载。请都放到 U 盘或另一台电脑上；恢复时一起选，先后不论。",
    "備份分成幾個檔案交給了瀏覽器下載。請都放到隨身碟或另一臺電腦上；恢復時一起選，先後不論。",
    "The backup is in your downloads as several files. Put all of them on a stick or another computer; to restore, choose them together, in any order.",
);
pub const PICKED: Words = w(
    "备份已存到你选的地方，并读回核对过。",
    "備份已存到你選的地方，並讀回核對過。",
    "The backup is where you chose, read back and verified.",
);
pub const WORDS_SAVED: Words = w(
    "文字已交给浏览器下载，图片不在里面。",
    "文字已交給瀏覽器下載，圖片不在裡面。",
    "The words are in your downloads, without the pictures.",
);
pub const STOPPED: Words = w(
    "做到一半停住了，多半是内存不够。手记没有变。请关掉别的页面再试一次，或者先只备份文字。",
    "做到一半停住了，多半是記憶體不夠。手記沒有變。請關掉別的頁面再試一次，或者先只備份文字。",
    "It stopped halfway, most likely for want of memory. Your journal is unchanged. Close other pages and try again, or back up the words only.",
);
pub const NOT_WRITTEN: Words = w(
    "备份没能写下来，可能地方满了，或者 U 盘拔掉了。手记没有变。请换一个地方再试，或者先只备份文字。",
    "備份沒能寫下來，可能地方滿了，或者隨身碟拔掉了。手記沒有變。請換一個地方再試，或者先只備份文字。",
    "The backup could not be written: the place may be full, or the stick gone. Your journal is unchanged. Try another place, or back up the words only.",
);
pub const LOG_UNREAD: Words = w(
    "浏览器里的手记现在读不出来，没有备份成。过一会儿再试，或者先只备份文字。",
    "瀏覽器裡的手記現在讀不出來，沒有備份成。過一會兒再試，或者先只備份文字。",
    "What the browser holds cannot be read now, and no backup was made. Try again later, or back up the words only.",
);
pub const CHANGING: Words = w(
    "备份的时候手记一直在变，没有备份成。过一会儿再试。",
    "備份的時候手記一直在變，沒有備份成。過一會兒再試。",
    "The journal kept changing while it was being copied, and no backup was made. Try again later.",
);
pub const PARTS_MISSING: Words = w(
    "这份备份有几个文件，还缺第 {numbers} 个。请和别的一起选。",
    "這份備份有幾個檔案，還缺第 {numbers} 個。請和別的一起選。",
    "This backup is several files, and number {numbers} is missing. Choose it together with the others.",
);
pub const PARTS_MISSING_LAST: Words = w(
    "这份备份有几个文件，还缺第 {numbers} 个，后面可能还有。请和别的一起选。",
    "這份備份有幾個檔案，還缺第 {numbers} 個，後面可能還有。請和別的一起選。",
    "This backup is several files, and number {numbers} is missing, perhaps more behind it. Choose them together with the others.",
);
pub const INCOMPLETE: Words = w(
    "备份做好了，但不完整：浏览器里有些内容现在读不出来。请留着以前的备份，过一会儿再备份一次。",
    "備份做好了，但不完整：瀏覽器裡有些內容現在讀不出來。請留著以前的備份，過一會兒再備份一次。",
    "The backup is made but not complete: some of what the browser holds cannot be read now. Keep your earlier backups and make another later.",
);
pub const FILED: Words = w(
    "备份已写进文件夹，并读回核对过。",
    "備份已寫進資料夾，並讀回核對過。",
    "The copy is in the folder, read back and verified.",
);
pub const NO_WORKER: Words = w(
    "备份程序没能运行。手记没有变。请联网重新打开页面，再试一次。",
    "備份程式沒能執行。手記沒有變。請連網重新打開頁面，再試一次。",
    "The program that makes and reads copies could not run. Your journal is unchanged. Go online, reload, and try again.",
);

pub const NO_SPIRAL: Words = w(
    "没有找到这条研究线索。",
    "沒有找到這條研究線索。",
    "There is no such spiral.",
);

/// Why a copy did not reach the folder.
pub const fn folder_error(why: FolderError) -> Words {
    match why {
        FolderError::Unverified => w(
            "写进文件夹的备份读回来不一样，不能算数。以前的备份没有动。请换一个文件夹，或者下载备份。",
            "寫進資料夾的備份讀回來不一樣，不能算數。以前的備份沒有動。請換一個資料夾，或者下載備份。",
            "The copy read back from the folder differs and does not count. Earlier copies are untouched. Choose another folder, or download a backup.",
        ),
        FolderError::NoPermission => w(
            "浏览器没有允许写进这个文件夹。手记没有变。",
            "瀏覽器沒有允許寫進這個資料夾。手記沒有變。",
            "The browser did not allow writing to this folder. Your journal is unchanged.",
        ),
        FolderError::Cancelled | FolderError::Failed => w(
            "备份写不进这个文件夹，可能 U 盘拔掉了，或者满了。手记没有变。请换一个文件夹，或者下载备份。",
            "備份寫不進這個資料夾，可能隨身碟拔掉了，或者滿了。手記沒有變。請換一個資料夾，或者下載備份。",
            "The copy could not be written to this folder: the stick may be gone, or full. Your journal is unchanged. Choose another folder, or download a backup.",
        ),
    }
}

/// The age of the last copy, in words; nothing while there is nothing to copy.
pub fn age_words(age: Age, locale: Locale) -> String {
    let language = locale.get();
    match age {
        Age::Empty => String::new(),
        Age::Never(_) => NEVER.in_(language).into(),
        Age::Days(0) => TODAY.in_(language).into(),
        Age::Days(days) => fill(DAYS.in_(language), &[("n", &days)]),
    }
}

/// What a person can do about trouble.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Take a copy out: [`Backup::save`](crate::keeping::Backup::save).
    Export,
    /// Load the page again: [`reload`](crate::browser::update::reload).
    Reload,
}

impl Way {
    /// What its button says.
    pub const fn words(self) -> Words {
        match self {
            Self::Export => w("下载备份", "下載備份", "Download a backup"),
            Self::Reload => w("重新打开页面", "重新打開頁面", "Reload the page"),
        }
    }
}

/// What happened, what is safe, what to do; and the button that does it. `{why}` is the browser's own
/// message, to be filled in by [`trouble_text`].
pub const fn trouble_words(trouble: &Trouble) -> (Words, Way) {
    match trouble {
        Trouble::Full => (
            w(
                "请先下载备份：浏览器的存储空间满了，刚写的还没有存进去。以前写下的刚核对过，都在。再清理电脑或浏览器的空间；这一页会接着试。要是电脑刚断过电，把浏览器全部关掉再打开就好。",
                "請先下載備份：瀏覽器的儲存空間滿了，剛寫的還沒有存進去。以前寫下的剛核對過，都在。再清理電腦或瀏覽器的空間；這一頁會接著試。要是電腦剛斷過電，把瀏覽器全部關掉再打開就好。",
                "Download a backup first: the browser has no room left, and your latest words are not stored yet. Everything earlier was looked up just now and is there. Then free some space; this page keeps trying. If the power has just been cut, close the browser altogether and open it again.",
            ),
            Way::Export,
        ),
        Trouble::NoRoom => (
            w(
                "请先下载备份，别关这一页：电脑的存储空间满了，浏览器关掉了数据库。刚写的没有存进去，以前存好的现在也看不到还在不在；这一页上的文字都在。清出空间以后，这一页会自己核对，再接着存。",
                "請先下載備份，別關這一頁：電腦的儲存空間滿了，瀏覽器關掉了資料庫。剛寫的沒有存進去，以前存好的現在也看不到還在不在；這一頁上的文字都在。清出空間以後，這一頁會自己核對，再接著存。",
                "Download a backup first, and do not close this page: the disk has no room left and the browser has closed its database. Your latest words are not stored, and whether what was stored before is still there cannot be seen now. The texts on this page are. Free some space: the page then checks by itself and goes on storing.",
            ),
            Way::Export,
        ),
        Trouble::Blocked => (
            w(
                "这个浏览器不让网页存东西（可能是无痕窗口，或关了 Cookie）。写的字只在这一页上，关掉就没有了。请在关页面以前下载备份，或者换一个普通窗口来写。",
                "這個瀏覽器不讓網頁存東西（可能是無痕視窗，或關了 Cookie）。寫的字只在這一頁上，關掉就沒有了。請在關頁面以前下載備份，或者換一個普通視窗來寫。",
                "This browser does not let pages store anything (a private window, or cookies are off). Your words live on this page only and go when it closes. Download a backup before closing, or write in an ordinary window.",
            ),
            Way::Export,
        ),
        Trouble::StoreBlocked => (
            w(
                "浏览器的数据库用不了。现在的文字存在小存储里，以前的版本和图片存不了，突然断电也可能丢最近的字。请每次写完都下载备份。",
                "瀏覽器的資料庫用不了。現在的文字存在小儲存裡，以前的版本和圖片存不了，突然斷電也可能丟最近的字。請每次寫完都下載備份。",
                "The browser’s database cannot be used. Current texts are in the small storage; earlier versions and pictures cannot be kept, and a power cut may cost the latest words. Download a backup after each session.",
            ),
            Way::Export,
        ),
        Trouble::StoreClosed => (
            w(
                "数据库被关闭了，刚写的还没有存进去，这一页会接着试。这一页上的文字都在。如果这句话一直不消失，请先下载备份，再重新打开页面。",
                "資料庫被關閉了，剛寫的還沒有存進去，這一頁會接著試。這一頁上的文字都在。如果這句話一直不消失，請先下載備份，再重新打開頁面。",
                "The database was closed; your latest words are not stored yet and this page keeps trying. The texts on this page are there. If this message stays, download a backup, then reload the page.",
            ),
            Way::Export,
        ),
        Trouble::StoreSilent => (
            w(
                "数据库一直没有回应，可能别的窗口占着它。刚写的字另有一份暂存，没有丢。请先下载备份，再关掉其他窗口，重新打开。",
                "資料庫一直沒有回應，可能別的視窗佔著它。剛寫的字另有一份暫存，沒有丟。請先下載備份，再關掉其他視窗，重新打開。",
                "The database does not answer; another window may be holding it. Your latest words have a second, temporary copy and are not lost. Download a backup, close other windows and reload.",
            ),
            Way::Export,
        ),
        Trouble::Newer => (
            w(
                "这台电脑上的数据已经由更高版本的螺旋手记打开过，这一页是旧版，不会去改它。内容都在。请重新打开页面，换成新版。",
                "這臺電腦上的資料已經由更高版本的螺旋手記打開過，這一頁是舊版，不會去改它。內容都在。請重新打開頁面，換成新版。",
                "A newer Luoxuan has opened the data on this computer; this page is the older one and leaves it alone. Everything is there. Reload the page to get the new version.",
            ),
            Way::Reload,
        ),
        Trouble::Cleared => (
            w(
                "这个网站的数据刚才被清除了。这一页上的文字已经重新写入；没有打开过的旧版本和图片可能不在了。请现在下载备份，再从以前的备份恢复。",
                "這個網站的資料剛才被清除了。這一頁上的文字已經重新寫入；沒有打開過的舊版本和圖片可能不在了。請現在下載備份，再從以前的備份恢復。",
                "This site’s data was just cleared. The texts on this page have been written again; earlier versions and pictures may be gone. Download a backup now, then restore from an older one.",
            ),
            Way::Export,
        ),
        Trouble::Other(_) => (
            w(
                "存的时候出了问题，刚写的可能还没有存进去，这一页会接着试。这一页上的文字都在。请先下载备份。（{why}）",
                "存的時候出了問題，剛寫的可能還沒有存進去，這一頁會接著試。這一頁上的文字都在。請先下載備份。（{why}）",
                "Storing failed; your latest words may not be stored yet and this page keeps trying. The texts on this page are there. Download a backup. ({why})",
            ),
            Way::Export,
        ),
    }
}

/// The sentence of a trouble, in the page's language.
pub fn trouble_text(trouble: &Trouble, locale: Locale) -> String {
    let sentence = trouble_words(trouble).0.in_(locale.get());
    match trouble {
        Trouble::Other(why) => fill(sentence, &[("why", why)]),
        _ => sentence.into(),
    }
}
