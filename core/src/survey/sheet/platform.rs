//! Columns that are no answers: what a platform writes down itself, and what tells who somebody is.

use super::heading::Heading;
use crate::text::fold;

/// What a platform writes beside the answers.
const RECORDED: &str = "序号|序號|编号|編號|答卷编号|答卷編號|答卷id|id|提交答卷时间|提交答卷時間|提交时间|提交時間|答题时间\
    |答題時間|填写时间|填寫時間|开始时间|開始時間|开始答题时间|結束時間|结束时间|结束答题时间|所用时间|所用時間|答题时长|答題時長|用时\
    |用時|来源|來源|来源详情|來源詳情|来源渠道|總分|总分|总得分|得分|省份|城市|国家|國家|省市|地理位置|设备|設備|设备类型|浏览器\
    |操作系统|答卷状态|状态|狀態|自定义字段|start time|end time|submitted|submitted at|timestamp|source|total score|device";

/// When an answer sheet was handed in.
const HANDED_IN: &str = "提交答卷时间|提交答卷時間|提交时间|提交時間|答题时间|答題時間|填写时间|填寫時間|结束时间|結束時間\
    |结束答题时间|submitted|submitted at|timestamp";

/// What tells who somebody is.
const TELLING: &str = "姓名|名字|学号|學號|学籍号|學籍號|考号|考號|手机|手機|电话|電話|身份证|身分證|昵称|暱稱|微信号|微信號|qq号|qq號\
    |来自ip|來自ip|ip地址|openid|unionid|邮箱|郵箱|电子邮件|家庭住址|家庭地址|用户名|用戶名";

/// The same, where it is the whole heading.
const TELLING_WHOLE: &str = "name|phone|ip|student name|pupil|qq|微信|email|e-mail|mail|住址|家长签名|家長簽名";

/// A heading that asks about names rather than for one.
const ASKING: &str =
    "吗|嗎|是否|喜欢|喜歡|愿意|願意|为什么|為什麼|怎样|怎樣|怎么|怎麼|哪|几|幾|多少|觉得|覺得|认为|認為";

fn any(list: &str, test: impl Fn(&str) -> bool) -> bool {
    list.split('|').any(test)
}

fn said(heading: &str) -> String {
    let text = fold(&Heading::of(heading).text);
    text.trim_end_matches([':', '?', '.', '。']).trim().to_owned()
}

/// Whether a platform writes this down itself: no person answered it.
pub(super) fn is_recorded(heading: &str) -> bool {
    let whole = fold(heading.trim());
    any(RECORDED, |word| whole == word)
}

/// Whether it says when a sheet was handed in.
pub(super) fn is_handed_in(heading: &str) -> bool {
    let whole = fold(heading.trim());
    any(HANDED_IN, |word| whole == word)
}

/// Whether it tells who somebody is.
pub(super) fn is_telling(heading: &str) -> bool {
    let said = said(heading);
    // A whole question may speak of names; a field asks for one in a few words.
    let brief = said.chars().count() <= 14 && !any(ASKING, |word| said.contains(word));
    any(TELLING_WHOLE, |word| said == word) || (brief && any(TELLING, |word| said.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_for_a_name_is_told_from_a_question_about_names() {
        for heading in [
            "姓名",
            "1、您的姓名：",
            "*2、你的学号",
            "来自IP",
            "孩子姓名",
            "家长手机号",
            "Name",
        ] {
            assert!(is_telling(heading), "{heading}");
        }
        for heading in [
            "5、你喜欢老师叫你的名字吗？",
            "班级",
            "你的性别",
            "你用手机看书吗",
            "家里有几部手机",
        ] {
            assert!(!is_telling(heading), "{heading}");
        }
        assert!(is_recorded("提交答卷时间") && is_recorded("來源詳情") && !is_recorded("3、来源"));
    }
}
