//! Words of the one file, and of other places where words stay that a person may not expect them in.

use luoxuan::catalog::Words;

use super::w;

pub const TITLE: Words = w("单文件版", "單檔版", "The one file");
pub const WHERE: Words = w(
    "这是单文件版：程序在这个文件里，你写的字在这台电脑的浏览器里，不在文件里，也不在 U 盘上。换一台电脑，或者换一个浏览器，请带上备份。",
    "這是單檔版：程式在這個檔案裡，你寫的字在這臺電腦的瀏覽器裡，不在檔案裡，也不在隨身碟上。換一臺電腦，或者換一個瀏覽器，請帶上備份。",
    "This is the one-file edition: the program is in this file; what you write stays in this computer’s browser, not in the file and not on the stick. Take a backup along to another computer or browser.",
);
pub const MOVED: Words = w(
    "文件挪了地方或者改了名字，手记可能是空的：有的浏览器（如 Firefox）按文件所在的位置存字。字没有丢，把文件放回原处、改回原名就在；也可以用备份恢复。",
    "檔案挪了地方或者改了名字，手記可能是空的：有的瀏覽器（如 Firefox）按檔案所在的位置存字。字沒有丟，把檔案放回原處、改回原名就在；也可以用備份恢復。",
    "Once the file is moved or renamed the journal may look empty: some browsers, such as Firefox, keep words by where the file lies. Nothing is lost: put the file back under its old name, or restore a backup.",
);
pub const READABLE: Words = w(
    "在 Chrome、Edge、360 等浏览器里，从这台电脑上打开的其他网页文件也能读到这些字，请不要打开来历不明的网页文件。",
    "在 Chrome、Edge、360 等瀏覽器裡，從這臺電腦上打開的其他網頁檔案也能讀到這些字，請不要打開來歷不明的網頁檔案。",
    "In Chrome, Edge and their kin any other page opened from this computer’s disk can read these words too; do not open page files you do not trust.",
);
pub const COPY: Words = w(
    "下载备份，放在文件旁边",
    "下載備份，放在檔案旁邊",
    "Download a backup to keep beside the file",
);
pub const SEEN: Words = w("知道了", "知道了", "Understood");
pub const WHY: Words = w(
    "整个程序在一个网页文件里，存在电脑或者 U 盘上，双击就能打开，不用网络，也不用安装。写的字留在打开它的浏览器里；每次下载的文件，手记各是各的。",
    "整個程式在一個網頁檔案裡，存在電腦或者隨身碟上，按兩下就能打開，不用網路，也不用安裝。寫的字留在打開它的瀏覽器裡；每次下載的檔案，手記各是各的。",
    "The whole program in a single page file, on a disk or a stick: a double click opens it, without network or installing. What is written stays in the browser that opens it; each file you download has a journal of its own.",
);
pub const GET: Words = w("下载单文件版", "下載單檔版", "Download the one file");
pub const NAME: Words = w("螺旋手记.html", "螺旋手記.html", "Luoxuan.html");
pub const NOT_HERE: Words = w(
    "现在下载不了单文件版，请连上网再试。",
    "現在下載不了單檔版，請連上網再試。",
    "The one file cannot be had now; try again with the network.",
);
pub const IN_WECHAT: Words = w(
    "你是在微信里打开的：写的字只留在微信自带的浏览器里，也不能装到桌面。点右上角“⋯”，选“在浏览器打开”，以后都用那里的。",
    "你是在微信裡打開的：寫的字只留在微信自帶的瀏覽器裡，也不能裝到桌面。點右上角「⋯」，選「在瀏覽器開啟」，以後都用那裡的。",
    "You opened this in WeChat: what you write stays in WeChat’s own browser, and it cannot be installed from here. Tap ⋯ at the top right, choose “Open in browser”, and go on there.",
);
