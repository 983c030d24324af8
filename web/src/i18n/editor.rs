//! Words of the editor.

use luoxuan::catalog::Words;

use super::w;

pub const BOLD: Words = w("加粗", "粗體", "Bold");
pub const HEADING: Words = w("小标题", "小標題", "Heading");
pub const LIST: Words = w("列表", "清單", "List");
pub const TABLE: Words = w("表格", "表格", "Table");
pub const QUOTE: Words = w("引用", "引用", "Quote");
pub const PICTURE: Words = w("图片", "圖片", "Picture");
pub const PICTURE_LEFT: Words = w(
    "有 1 张图片没有随文字一起来。请单独复制这张图片，或把图片文件拖进来。",
    "有 1 張圖片沒有隨文字一起來。請單獨複製這張圖片，或把圖片檔案拖進來。",
    "1 picture did not come along with the words. Copy it by itself, or drop its file here.",
);
pub const PICTURES_LEFT: Words = w(
    "有 {n} 张图片没有随文字一起来。请逐张复制，或把图片文件拖进来。",
    "有 {n} 張圖片沒有隨文字一起來。請逐張複製，或把圖片檔案拖進來。",
    "{n} pictures did not come along with the words. Copy them one by one, or drop their files here.",
);
pub const PREVIEW: Words = w("预览", "預覽", "Preview");
pub const TOOLBAR: Words = w("格式", "格式", "Formatting");
pub const COUNT: Words = w("{n} 字", "{n} 字", "{n} words");
pub const NEW_TABLE: Words = w(
    "| 项目 | 人数 |\n| --- | --- |\n|  |  |",
    "| 項目 | 人數 |\n| --- | --- |\n|  |  |",
    "| Item | Count |\n| --- | --- |\n|  |  |",
);
