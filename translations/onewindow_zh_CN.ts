<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AnswerBody</name>
    <message>
        <source>%1 original(s)</source>
        <translation>原件 %1 份</translation>
    </message>
    <message>
        <source>%1 photocopy(ies)</source>
        <translation>复印件 %1 份</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 (when: %2)</source>
        <translation>%1（%2的提交）</translation>
    </message>
    <message>
        <source>%1 (if there is one)</source>
        <translation>%1（有的提交）</translation>
    </message>
</context>
<context>
    <name>AnswerWord</name>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Accept, papers follow</source>
        <translation>容缺受理</translation>
    </message>
    <message>
        <source>One-time notice</source>
        <translation>一次性告知</translation>
    </message>
    <message>
        <source>Do not accept</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>No permit needed</source>
        <translation>不需许可</translation>
    </message>
    <message>
        <source>Receive and pass on</source>
        <translation>收件转办</translation>
    </message>
    <message>
        <source>Accept and decide</source>
        <translation>受理并办结</translation>
    </message>
    <message>
        <source>Receive only</source>
        <translation>收件</translation>
    </message>
</context>
<context>
    <name>CaseActPane</name>
    <message>
        <source>Supplement</source>
        <translation>补正</translation>
    </message>
    <message>
        <source>Promised materials</source>
        <translation>补交</translation>
    </message>
    <message>
        <source>Answer the application</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Correct on the spot</source>
        <translation>当场更正</translation>
    </message>
    <message>
        <source>Keep the signed promise</source>
        <translation>存承诺书签署件</translation>
    </message>
    <message>
        <source>Pass on</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Advice slip</source>
        <translation>咨询引导</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Done as the chief asked</source>
        <translation>答复退回</translation>
    </message>
</context>
<context>
    <name>CaseComparison</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>未收</translation>
    </message>
    <message>
        <source>here, on paper</source>
        <translation>已收纸质</translation>
    </message>
    <message>
        <source>%1 page(s)</source>
        <translation>%1 页</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收件日期</translation>
    </message>
    <message>
        <source>Accepted on</source>
        <translation>受理日期</translation>
    </message>
    <message>
        <source>Promised for</source>
        <translation>承诺办结</translation>
    </message>
</context>
<context>
    <name>CaseDesk</name>
    <message>
        <source>%1 file(s), %2 page(s)</source>
        <translation>%1 个文件 %2 页</translation>
    </message>
    <message>
        <source>%1 point(s) · %2</source>
        <translation>%1 项·%2</translation>
    </message>
    <message>
        <source>%1 material(s) follow by promise</source>
        <translation>容缺 %1 项</translation>
    </message>
    <message>
        <source>after the promised day</source>
        <translation>超过承诺期限</translation>
    </message>
    <message>
        <source>%1 correction(s), confirmed by %2</source>
        <translation>更正 %1 处，%2确认</translation>
    </message>
    <message>
        <source>signed paper kept</source>
        <translation>已存签署件</translation>
    </message>
    <message>
        <source>print no. %1 · %2</source>
        <translation>第 %1 次交付打印·%2</translation>
    </message>
</context>
<context>
    <name>CaseExport</name>
    <message>
        <source>Role</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名或名称</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>not at this window</source>
        <translation>不在本窗口</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>办理状态</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收件日期</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>What was personal in this case has been deleted as its retention ended.</source>
        <translation>本件保存期限已满，其中的个人信息已经删除。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>办理记录</translation>
    </message>
    <message>
        <source>Papers and materials</source>
        <translation>文书和材料</translation>
    </message>
    <message>
        <source>manifest.json names the SM3 of every file. entries.jsonl holds the entries as they were hashed; anybody can check them by the ledger's published format.</source>
        <translation>manifest.json 列有每个文件的 SM3 摘要。entries.jsonl 按计算摘要时的原样保存全部记录，任何人都可以依照公开的台账格式核验。</translation>
    </message>
    <message>
        <source>Not yet sent</source>
        <translation>尚未上报</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>已入库</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>有冲突</translation>
    </message>
    <message>
        <source>Not taken over</source>
        <translation>未入库</translation>
    </message>
</context>
<context>
    <name>CaseFacts</name>
    <message>
        <source>not sent</source>
        <translation>不上传</translation>
    </message>
    <message>
        <source>on the spot</source>
        <translation>当场办结</translation>
    </message>
    <message>
        <source>%1 working days</source>
        <translation>%1 个工作日</translation>
    </message>
    <message>
        <source>%1 material(s), %2 page(s) taken in</source>
        <translation>%1 份 %2 页</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1，%2 前补齐</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺办结</translation>
    </message>
    <message>
        <source>Statutory</source>
        <translation>法定办结</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>答复期限</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Not yet issued for these days; the dates may move</source>
        <translation>待日历更新，日期可能变动</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>%1 d over</source>
        <translation>超 %1 天</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>Yellow light, due today</source>
        <translation>黄灯，今天到期</translation>
    </message>
    <message>
        <source>Yellow light, %1 working day left</source>
        <translation>黄灯，还有 %1 个工作日</translation>
    </message>
    <message>
        <source>Red light, %1 working day(s) over</source>
        <translation>红灯，超 %1 个工作日</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>容缺</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Hand over by</source>
        <translation>送达期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>CaseRisk</name>
    <message>
        <source>two windows disagree</source>
        <translation>两个窗口的记录冲突</translation>
    </message>
    <message>
        <source>returned by the centre</source>
        <translation>中心退回</translation>
    </message>
    <message>
        <source>answer %1 working day(s) over</source>
        <translation>答复已超 %1 个工作日</translation>
    </message>
    <message>
        <source>statutory limit %1 working day(s) over</source>
        <translation>法定时限已超 %1 个工作日</translation>
    </message>
    <message>
        <source>promise %1 working day(s) over</source>
        <translation>承诺时限已超 %1 个工作日</translation>
    </message>
    <message>
        <source>%1 promised material(s) have not come</source>
        <translation>容缺 %1 项逾期未补</translation>
    </message>
    <message>
        <source>flagged by the centre</source>
        <translation>中心提示需核实</translation>
    </message>
    <message>
        <source>corrected, look again</source>
        <translation>已改正，请再看</translation>
    </message>
    <message>
        <source>answer due today</source>
        <translation>今天须答复</translation>
    </message>
    <message>
        <source>answer due in %1 working day(s)</source>
        <translation>答复还剩 %1 个工作日</translation>
    </message>
    <message>
        <source>promise due today</source>
        <translation>今天到承诺时限</translation>
    </message>
    <message>
        <source>promise due in %1 working day(s)</source>
        <translation>承诺时限还剩 %1 个工作日</translation>
    </message>
    <message>
        <source>%1 promised material(s) due today</source>
        <translation>容缺 %1 项今天到期</translation>
    </message>
    <message>
        <source>%1 promised material(s) due in %2 working day(s)</source>
        <translation>容缺 %1 项，还剩 %2 个工作日</translation>
    </message>
    <message>
        <source>may be refused</source>
        <translation>可能不予许可</translation>
    </message>
    <message>
        <source>%1 material(s) promised for later</source>
        <translation>容缺 %1 项</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>the file of this guide is called %1</source>
        <translation>此指南的文件名应为 %1</translation>
    </message>
    <message>
        <source>only the first %1 files were looked at</source>
        <translation>只读取了前 %1 个文件</translation>
    </message>
</context>
<context>
    <name>DayWord</name>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
</context>
<context>
    <name>DeviceDesk</name>
    <message>
        <source>Test of the receipt printer</source>
        <translation>小票打印机测试</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Every line and both edges can be read</source>
        <translation>每一行和左右两边都能看清</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>测试页</translation>
    </message>
    <message>
        <source>The frame stands 10 mm from every edge of the sheet.</source>
        <translation>边框距纸张四边各 10 毫米。</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Something that was entered cannot be right.</source>
        <translation>有一项填得不对。</translation>
    </message>
    <message>
        <source>Nothing has been saved yet; what you typed is still there.</source>
        <translation>内容还没有保存，已填的都在。</translation>
    </message>
    <message>
        <source>Correct the marked field.</source>
        <translation>请改正标出的那一项。</translation>
    </message>
    <message>
        <source>It could not be found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>没有任何改动。</translation>
    </message>
    <message>
        <source>Check the number or search by another word.</source>
        <translation>请核对编号，或换个词再搜。</translation>
    </message>
    <message>
        <source>This is not permitted here.</source>
        <translation>这里不允许这样做。</translation>
    </message>
    <message>
        <source>Ask the chief representative.</source>
        <translation>请找首席代表。</translation>
    </message>
    <message>
        <source>The case is no longer at the step this act belongs to.</source>
        <translation>办件已不在这一步，这个动作做不了。</translation>
    </message>
    <message>
        <source>The case stays as it was.</source>
        <translation>办件保持原样。</translation>
    </message>
    <message>
        <source>Open the case again and see where it stands.</source>
        <translation>请重新打开办件，看看现在到了哪一步。</translation>
    </message>
    <message>
        <source>Somebody has acted on this case in the meantime.</source>
        <translation>这件刚刚有人办过。</translation>
    </message>
    <message>
        <source>Look at what was done, then decide again.</source>
        <translation>请看看刚才办了什么，再决定。</translation>
    </message>
    <message>
        <source>The guide has a fault and was not taken over.</source>
        <translation>办事指南有错，没有采用。</translation>
    </message>
    <message>
        <source>The guide in use stays valid.</source>
        <translation>现行指南照常使用。</translation>
    </message>
    <message>
        <source>Correct the place that is named and try again.</source>
        <translation>请改正指出的地方，再试一次。</translation>
    </message>
    <message>
        <source>The guide of this case is not on this device.</source>
        <translation>本机没有这件的办事指南。</translation>
    </message>
    <message>
        <source>Connect to the centre; the guide is fetched by itself.</source>
        <translation>请连上中心，指南会自动取回。</translation>
    </message>
    <message>
        <source>The holiday calendar has a fault and was not taken over.</source>
        <translation>节假日历有错，没有采用。</translation>
    </message>
    <message>
        <source>The calendar in use stays valid.</source>
        <translation>现行日历照常使用。</translation>
    </message>
    <message>
        <source>Correct the file and import it again.</source>
        <translation>请改正文件后重新导入。</translation>
    </message>
    <message>
        <source>A record could not be read: its form is broken.</source>
        <translation>有一条记录读不出来，格式已损坏。</translation>
    </message>
    <message>
        <source>It was not taken over; everything else is unharmed.</source>
        <translation>这条没有采用，其余不受影响。</translation>
    </message>
    <message>
        <source>Tell the administrator.</source>
        <translation>请告知管理员。</translation>
    </message>
    <message>
        <source>An entry does not agree with what it says about itself.</source>
        <translation>有一条台账记录前后不一致。</translation>
    </message>
    <message>
        <source>The chain of the ledger is broken at one place.</source>
        <translation>台账的链条有一处断开。</translation>
    </message>
    <message>
        <source>Nothing was deleted; the place is recorded.</source>
        <translation>没有删除任何记录，位置已记下。</translation>
    </message>
    <message>
        <source>Stop taking real cases here and tell the administrator.</source>
        <translation>请停止在本机收件，并告诉管理员。</translation>
    </message>
    <message>
        <source>The proof that an entry is genuine does not match.</source>
        <translation>有一条台账记录的真实性验证不过。</translation>
    </message>
    <message>
        <source>A sealed record could not be opened: it was changed or damaged.</source>
        <translation>有一条密封内容打不开，可能被改动或损坏。</translation>
    </message>
    <message>
        <source>The sealed record is kept as it is.</source>
        <translation>密封的内容原样保留。</translation>
    </message>
    <message>
        <source>An encryption step failed.</source>
        <translation>加密运算没有成功。</translation>
    </message>
    <message>
        <source>Nothing was written unprotected.</source>
        <translation>没有写下任何未加密的内容。</translation>
    </message>
    <message>
        <source>Restart the program; if it happens again, tell the administrator.</source>
        <translation>请重启程序；再次出现请告诉管理员。</translation>
    </message>
    <message>
        <source>The keys of this device are locked.</source>
        <translation>本机密钥还锁着。</translation>
    </message>
    <message>
        <source>Everything taken in is kept on this device.</source>
        <translation>已收的办件都保存在本机。</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>请先登录。</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation>密码不对。</translation>
    </message>
    <message>
        <source>Type it again; mind the caps lock.</source>
        <translation>请重新输入，注意大写锁定。</translation>
    </message>
    <message>
        <source>Too many wrong passwords; signing in is locked for a while.</source>
        <translation>密码错误次数太多，暂时不能登录。</translation>
    </message>
    <message>
        <source>Wait until the time shown, or ask the administrator for a reset.</source>
        <translation>请等到所示时间，或请管理员重置。</translation>
    </message>
    <message>
        <source>The new password is too easy to guess.</source>
        <translation>新密码太容易猜到。</translation>
    </message>
    <message>
        <source>The old password still holds.</source>
        <translation>原密码仍然有效。</translation>
    </message>
    <message>
        <source>Choose a longer one that is not a name or a date.</source>
        <translation>请换一个更长、不是姓名和日期的密码。</translation>
    </message>
    <message>
        <source>Nobody with this work number is known here.</source>
        <translation>本机没有这个工号的人员。</translation>
    </message>
    <message>
        <source>Check the work number, or connect once so that new people arrive.</source>
        <translation>请核对工号；新来的人员要先连一次中心。</translation>
    </message>
    <message>
        <source>Your role does not include this act.</source>
        <translation>您的岗位没有这项权限。</translation>
    </message>
    <message>
        <source>Ask someone who has the role, or the administrator.</source>
        <translation>请有权限的同事办理，或找管理员。</translation>
    </message>
    <message>
        <source>The ledger of this device could not be opened.</source>
        <translation>本机台账打不开。</translation>
    </message>
    <message>
        <source>Nothing was written over it.</source>
        <translation>没有覆盖任何内容。</translation>
    </message>
    <message>
        <source>Restart the device; if it happens again, tell the administrator.</source>
        <translation>请重启电脑；再次出现请告诉管理员。</translation>
    </message>
    <message>
        <source>The ledger did not accept the act.</source>
        <translation>台账没有写成。</translation>
    </message>
    <message>
        <source>Nothing was half written; the draft is kept.</source>
        <translation>没有只写一半，草稿还在。</translation>
    </message>
    <message>
        <source>Try once more; if it fails again, tell the administrator.</source>
        <translation>请再试一次；仍不行请告诉管理员。</translation>
    </message>
    <message>
        <source>The disk of this device is full.</source>
        <translation>本机磁盘已满。</translation>
    </message>
    <message>
        <source>Everything accepted so far is safe.</source>
        <translation>此前受理的都安全。</translation>
    </message>
    <message>
        <source>Free some space, then do this act again.</source>
        <translation>请腾出空间，再重做这一步。</translation>
    </message>
    <message>
        <source>The ledger file on this device is damaged.</source>
        <translation>本机台账文件已损坏。</translation>
    </message>
    <message>
        <source>What the centre has receipted is safe there.</source>
        <translation>中心已回执的内容在中心安全。</translation>
    </message>
    <message>
        <source>Do not go on here; tell the administrator to restore it.</source>
        <translation>请停止使用本机，由管理员恢复。</translation>
    </message>
    <message>
        <source>The ledger was written by a newer version of this program.</source>
        <translation>台账是由更新的版本写的。</translation>
    </message>
    <message>
        <source>It was not touched.</source>
        <translation>没有改动它。</translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation>请安装新版本。</translation>
    </message>
    <message>
        <source>The program is already running on this device.</source>
        <translation>程序已在本机运行。</translation>
    </message>
    <message>
        <source>The running one is not disturbed.</source>
        <translation>正在运行的不受影响。</translation>
    </message>
    <message>
        <source>Go on in the window that is open.</source>
        <translation>请在已打开的窗口里继续。</translation>
    </message>
    <message>
        <source>The ledger of this device is a restored or copied one.</source>
        <translation>本机台账是恢复或复制来的。</translation>
    </message>
    <message>
        <source>It is read only now; nothing is renumbered.</source>
        <translation>现已只读，编号不会改动。</translation>
    </message>
    <message>
        <source>Tell the administrator: the device must be enrolled anew.</source>
        <translation>请管理员把本机重新登记。</translation>
    </message>
    <message>
        <source>The ledger of this device is read only now.</source>
        <translation>本机台账现在只能查看。</translation>
    </message>
    <message>
        <source>All cases can still be looked up.</source>
        <translation>所有办件仍可查询。</translation>
    </message>
    <message>
        <source>The clock of this device may be wrong.</source>
        <translation>本机时间可能不准。</translation>
    </message>
    <message>
        <source>No number has been given yet.</source>
        <translation>还没有取号。</translation>
    </message>
    <message>
        <source>Confirm the date and time, then go on.</source>
        <translation>请确认日期和时间，再继续。</translation>
    </message>
    <message>
        <source>A material is not on this device.</source>
        <translation>有一份材料不在本机。</translation>
    </message>
    <message>
        <source>The case and its list of materials are complete.</source>
        <translation>办件和材料清单是完整的。</translation>
    </message>
    <message>
        <source>Connect to the centre to fetch it.</source>
        <translation>请连上中心取回。</translation>
    </message>
    <message>
        <source>A stored material is damaged.</source>
        <translation>有一份已存的材料损坏了。</translation>
    </message>
    <message>
        <source>The case itself is unharmed.</source>
        <translation>办件本身没有受影响。</translation>
    </message>
    <message>
        <source>Fetch it from the centre again, or scan it anew.</source>
        <translation>请从中心重新取回，或重新扫描。</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>文件读不出来。</translation>
    </message>
    <message>
        <source>The original file is untouched.</source>
        <translation>原文件没有改动。</translation>
    </message>
    <message>
        <source>Save it again as PDF or picture, or scan the paper.</source>
        <translation>请另存为 PDF 或图片，或直接扫描纸件。</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>文件太大。</translation>
    </message>
    <message>
        <source>Scan at a lower resolution or split it.</source>
        <translation>请降低扫描分辨率，或拆成几份。</translation>
    </message>
    <message>
        <source>The file ends too early; a part of it is missing.</source>
        <translation>文件不完整，缺了一部分。</translation>
    </message>
    <message>
        <source>Copy or scan it again.</source>
        <translation>请重新拷贝或重新扫描。</translation>
    </message>
    <message>
        <source>This kind of file cannot be taken in.</source>
        <translation>这种文件不能收。</translation>
    </message>
    <message>
        <source>The file is protected by a password.</source>
        <translation>文件有密码保护。</translation>
    </message>
    <message>
        <source>Ask the applicant for one without a password.</source>
        <translation>请申请人提供没有密码的文件。</translation>
    </message>
    <message>
        <source>The file has too many pages.</source>
        <translation>文件页数太多。</translation>
    </message>
    <message>
        <source>Split it into several files.</source>
        <translation>请拆成几个文件。</translation>
    </message>
    <message>
        <source>The picture has too many pixels.</source>
        <translation>图片的像素太多。</translation>
    </message>
    <message>
        <source>Scan at 300 dpi or less.</source>
        <translation>请用 300 dpi 或更低的分辨率扫描。</translation>
    </message>
    <message>
        <source>The process that reads scans and files stopped.</source>
        <translation>读取扫描和文件的进程停止了。</translation>
    </message>
    <message>
        <source>It was restarted; what was taken in is safe.</source>
        <translation>已自动重启，已收的材料安全。</translation>
    </message>
    <message>
        <source>Try again; if the same file does it once more, leave it out and tell the administrator.</source>
        <translation>请再试；同一文件再次出现，请先跳过并告诉管理员。</translation>
    </message>
    <message>
        <source>Reading the scan or file took too long and was stopped.</source>
        <translation>读取扫描或文件太久，已停止。</translation>
    </message>
    <message>
        <source>What was taken in before is safe.</source>
        <translation>此前已收的材料安全。</translation>
    </message>
    <message>
        <source>Check the device and try again.</source>
        <translation>请检查设备，再试一次。</translation>
    </message>
    <message>
        <source>The template of this paper has a fault.</source>
        <translation>这份文书的模板有错。</translation>
    </message>
    <message>
        <source>The template in use before stays valid.</source>
        <translation>之前的模板照常使用。</translation>
    </message>
    <message>
        <source>Correct the template and try again, or tell the administrator.</source>
        <translation>请改正模板再试，或告诉管理员。</translation>
    </message>
    <message>
        <source>The paper could not be laid out.</source>
        <translation>文书没有生成。</translation>
    </message>
    <message>
        <source>The case and its number stand.</source>
        <translation>办件和编号有效。</translation>
    </message>
    <message>
        <source>Print it again with F12; if it fails, tell the administrator.</source>
        <translation>请按 F12 补打；仍不行请告诉管理员。</translation>
    </message>
    <message>
        <source>The printer did not print.</source>
        <translation>没有打印出来。</translation>
    </message>
    <message>
        <source>Check paper and cable, then print again with F12.</source>
        <translation>请检查纸张和连线，再按 F12 补打。</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Go on when you like.</source>
        <translation>可以随时继续。</translation>
    </message>
    <message>
        <source>The centre cannot be reached.</source>
        <translation>连不上中心。</translation>
    </message>
    <message>
        <source>Work goes on; everything is kept here and sent later.</source>
        <translation>照常收件，内容存在本机，连上自动上传。</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>不用做什么。</translation>
    </message>
    <message>
        <source>The centre's certificate cannot be trusted.</source>
        <translation>中心的证书不可信。</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>没有发送任何内容。</translation>
    </message>
    <message>
        <source>The network answers in place of the centre and wants a log-in.</source>
        <translation>网络要求先登录，没有连到中心。</translation>
    </message>
    <message>
        <source>Nothing was sent; work goes on.</source>
        <translation>没有发送任何内容，照常收件。</translation>
    </message>
    <message>
        <source>Log in to the network, or tell the administrator.</source>
        <translation>请先登录网络，或告诉管理员。</translation>
    </message>
    <message>
        <source>The centre is busy.</source>
        <translation>中心正忙。</translation>
    </message>
    <message>
        <source>Everything waits here in order.</source>
        <translation>内容都在本机依次等待。</translation>
    </message>
    <message>
        <source>There is nothing to do; it is sent again by itself.</source>
        <translation>不用做什么，会自动再传。</translation>
    </message>
    <message>
        <source>The centre refused an entry.</source>
        <translation>中心退回了一条记录。</translation>
    </message>
    <message>
        <source>The entry is kept and its number stands.</source>
        <translation>记录保留，编号有效。</translation>
    </message>
    <message>
        <source>Open the list of what is pending and decide.</source>
        <translation>请打开待处理，作出决定。</translation>
    </message>
    <message>
        <source>The centre has withdrawn this device.</source>
        <translation>中心已停用本机。</translation>
    </message>
    <message>
        <source>The enrolment code is not right or was used before.</source>
        <translation>登记码不对，或已用过。</translation>
    </message>
    <message>
        <source>Ask the administrator for a new code.</source>
        <translation>请向管理员要一个新的登记码。</translation>
    </message>
    <message>
        <source>This device is not enrolled at a centre.</source>
        <translation>本机还没有登记到中心。</translation>
    </message>
    <message>
        <source>Enrol it, or use the training mode.</source>
        <translation>请先登记，或使用演练。</translation>
    </message>
    <message>
        <source>The centre's answer could not be understood.</source>
        <translation>看不懂中心的答复。</translation>
    </message>
    <message>
        <source>Nothing was taken over from it.</source>
        <translation>没有采用其中任何内容。</translation>
    </message>
    <message>
        <source>Work on; tell the administrator if it lasts.</source>
        <translation>请照常工作；一直这样请告诉管理员。</translation>
    </message>
    <message>
        <source>Something went wrong in the program.</source>
        <translation>程序出了错。</translation>
    </message>
    <message>
        <source>The ledger is unharmed.</source>
        <translation>台账没有受影响。</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <extracomment>What happened, what is safe, what to do next: three sentences in a row.</extracomment>
        <translation>%1%2%3</translation>
    </message>
    <message>
        <source>Hand in PDF, JPEG, PNG or TIFF.</source>
        <translation>请改交 PDF、JPEG、PNG 或 TIFF 文件。</translation>
    </message>
    <message>
        <source>The scanner is not there any more.</source>
        <translation>找不到扫描仪了。</translation>
    </message>
    <message>
        <source>Pages that arrived before are kept.</source>
        <translation>先前扫到的页都已保留。</translation>
    </message>
    <message>
        <source>Check cable and power, then look for devices again.</source>
        <translation>请检查连线和电源，再重新查找设备。</translation>
    </message>
    <message>
        <source>Another program is using the scanner.</source>
        <translation>扫描仪正被其他程序占用。</translation>
    </message>
    <message>
        <source>Close the other program, or wait a moment, then scan again.</source>
        <translation>请关闭其他程序或稍等片刻，再重新扫描。</translation>
    </message>
    <message>
        <source>Paper is jammed in the feeder.</source>
        <translation>进纸器卡纸。</translation>
    </message>
    <message>
        <source>Take the jammed sheet out, put the rest back in and scan on.</source>
        <translation>请取出卡住的纸，放回其余纸张，继续扫描。</translation>
    </message>
    <message>
        <source>There is no paper in the feeder.</source>
        <translation>进纸器里没有纸。</translation>
    </message>
    <message>
        <source>Put the sheets in, or choose a profile with the flatbed.</source>
        <translation>请放入纸张，或改用平板方案。</translation>
    </message>
    <message>
        <source>The cover of the scanner is open.</source>
        <translation>扫描仪盖子没有合上。</translation>
    </message>
    <message>
        <source>Close the cover and scan again.</source>
        <translation>请合上盖子，再重新扫描。</translation>
    </message>
    <message>
        <source>The line to the scanner failed.</source>
        <translation>与扫描仪的通信中断。</translation>
    </message>
    <message>
        <source>Check cable and power, then scan the rest again.</source>
        <translation>请检查连线和电源，再扫描其余各页。</translation>
    </message>
    <message>
        <source>This account may not use the scanner.</source>
        <translation>当前账户无权使用扫描仪。</translation>
    </message>
    <message>
        <source>There is not enough memory for this scan.</source>
        <translation>内存不足，无法完成本次扫描。</translation>
    </message>
    <message>
        <source>Choose a lower resolution and scan again.</source>
        <translation>请降低分辨率后重新扫描。</translation>
    </message>
    <message>
        <source>The scanner cannot do what the profile asks.</source>
        <translation>扫描仪不支持该方案的要求。</translation>
    </message>
    <message>
        <source>Choose another profile or another scanner.</source>
        <translation>请换一个方案或换一台扫描仪。</translation>
    </message>
    <message>
        <source>The scanner sent no picture.</source>
        <translation>扫描仪没有传回图像。</translation>
    </message>
    <message>
        <source>Put the sheet in again and scan it once more.</source>
        <translation>请重新放好纸张，再扫一次。</translation>
    </message>
    <message>
        <source>The scanner's driver stopped in the middle.</source>
        <translation>扫描仪驱动中途退出。</translation>
    </message>
    <message>
        <source>Scan the rest again; if it happens once more, tell the administrator.</source>
        <translation>请扫描其余各页；若再次发生，请告知管理员。</translation>
    </message>
    <message>
        <source>The scanner has not moved for too long and was let go.</source>
        <translation>扫描仪长时间没有反应，已停止等待。</translation>
    </message>
    <message>
        <source>Switch it off and on, then scan the rest again.</source>
        <translation>请关闭扫描仪再打开，然后扫描其余各页。</translation>
    </message>
    <message>
        <source>The page is too large to be scanned like this.</source>
        <translation>这一页过大，不能这样扫描。</translation>
    </message>
    <message>
        <source>Choose a lower resolution or a smaller area.</source>
        <translation>请降低分辨率或缩小扫描范围。</translation>
    </message>
    <message>
        <source>One run takes 300 pages at most; further sheets are still in the feeder.</source>
        <translation>一次最多扫描 300 页，其余纸张仍在进纸器里。</translation>
    </message>
    <message>
        <source>Scan the rest as another run.</source>
        <translation>请再扫一次，完成其余各页。</translation>
    </message>
    <message>
        <source>There is no document camera.</source>
        <translation>没有找到高拍仪。</translation>
    </message>
    <message>
        <source>Check its cable, then look for devices again.</source>
        <translation>请检查连线，再重新查找设备。</translation>
    </message>
    <message>
        <source>The document camera did not give a picture.</source>
        <translation>高拍仪没有给出图像。</translation>
    </message>
    <message>
        <source>Plug it in again and take the picture once more.</source>
        <translation>请重新插好高拍仪，再拍一次。</translation>
    </message>
    <message>
        <source>The card reader does not answer.</source>
        <translation>读卡器没有响应。</translation>
    </message>
    <message>
        <source>What you typed is still there.</source>
        <translation>已填写的内容仍在。</translation>
    </message>
    <message>
        <source>Check its cable and the devices page, or type the card's values.</source>
        <translation>请检查连线和设备页，或手工填写证件内容。</translation>
    </message>
    <message>
        <source>No card was put on the reader in time.</source>
        <translation>没有在规定时间内放卡。</translation>
    </message>
    <message>
        <source>Put the card on the reader, then press F8 again.</source>
        <translation>请把身份证放到读卡器上，再按 F8。</translation>
    </message>
    <message>
        <source>The card could not be read.</source>
        <translation>证件没有读出来。</translation>
    </message>
    <message>
        <source>Lift the card, put it down flat, then press F8 again.</source>
        <translation>请拿起证件，重新放平，再按 F8。</translation>
    </message>
    <message>
        <source>The receipt printer has no paper, or its cover is open.</source>
        <translation>小票打印机缺纸，或上盖没有合好。</translation>
    </message>
    <message>
        <source>Put a roll in and close the cover, then print the receipt again.</source>
        <translation>请装纸并合上盖，再打印一次小票。</translation>
    </message>
    <message>
        <source>The receipt printer does not take the receipt.</source>
        <translation>小票打印机不接收打印内容。</translation>
    </message>
    <message>
        <source>Check its cable and power, then print the receipt again.</source>
        <translation>请检查连线和电源，再打印一次小票。</translation>
    </message>
    <message>
        <source>The print service of this PC does not answer.</source>
        <translation>本机的打印服务没有响应。</translation>
    </message>
    <message>
        <source>The paper is safe and can be printed again.</source>
        <translation>文书已保存，可以再次打印。</translation>
    </message>
    <message>
        <source>Ask the administrator to start it, then print again with F12.</source>
        <translation>请管理员启动打印服务，再按 F12 打印。</translation>
    </message>
    <message>
        <source>There is no such printer on this PC.</source>
        <translation>本机没有这台打印机。</translation>
    </message>
    <message>
        <source>Choose a printer on the devices page, then print again with F12.</source>
        <translation>请在设备页选择打印机，再按 F12 打印。</translation>
    </message>
    <message>
        <source>The printer has stopped; the job was taken back, so nothing comes out twice.</source>
        <translation>打印机停住了，任务已撤回，不会重复出纸。</translation>
    </message>
    <message>
        <source>See to paper, jam and cover, then print again with F12.</source>
        <translation>请检查缺纸、卡纸和上盖，再按 F12 打印。</translation>
    </message>
    <message>
        <source>The printer takes no jobs at present.</source>
        <translation>打印机目前不接收任务。</translation>
    </message>
    <message>
        <source>Choose another printer on the devices page, or tell the administrator.</source>
        <translation>请在设备页另选打印机，或告知管理员。</translation>
    </message>
    <message>
        <source>The pages of one material may have 63 MB together, so that they can be bound into one PDF; with this file they have more.</source>
        <translation>一项材料的全部页合计不超过 63 MB，才能装订成一个 PDF；加上这个文件就超过了。</translation>
    </message>
    <message>
        <source>The pages taken in before are kept.</source>
        <translation>此前收进的页都在。</translation>
    </message>
    <message>
        <source>Scan this material at a lower resolution or in black and white.</source>
        <translation>请用较低分辨率或黑白重扫这项材料。</translation>
    </message>
</context>
<context>
    <name>FieldCheck</name>
    <message>
        <source>no more than %1 characters, please.</source>
        <translation>最多 %1 个字。</translation>
    </message>
    <message>
        <source>a number is needed, with at most six decimals.</source>
        <translation>请填数字，小数最多六位。</translation>
    </message>
    <message>
        <source>at least %1 %2.</source>
        <translation>不能小于 %1 %2。</translation>
    </message>
    <message>
        <source>at most %1 %2.</source>
        <translation>不能大于 %1 %2。</translation>
    </message>
    <message>
        <source>a date such as 2026-12-03 is needed.</source>
        <translation>请填日期，如 2026-12-03。</translation>
    </message>
    <message>
        <source>please choose from the list.</source>
        <translation>请从列表中选择。</translation>
    </message>
    <message>
        <source>no more than %1 rows, please.</source>
        <translation>最多 %1 行。</translation>
    </message>
    <message>
        <source>row %1 is not complete.</source>
        <translation>第 %1 行没有填全。</translation>
    </message>
    <message>
        <source>yes or no, please.</source>
        <translation>请选“是”或“否”。</translation>
    </message>
    <message>
        <source>%1: a number is needed, with at most six decimals.</source>
        <translation>%1：请填写数字，最多六位小数。</translation>
    </message>
    <message>
        <source>%1: a date such as 2026-12-03 is needed.</source>
        <translation>%1：请填写日期，如 2026-12-03。</translation>
    </message>
    <message>
        <source>row %1, %2</source>
        <translation>第 %1 行，%2</translation>
    </message>
</context>
<context>
    <name>FormRules</name>
    <message>
        <source>the rule has the wrong number of targets</source>
        <translation>规则的目标个数不对</translation>
    </message>
    <message>
        <source>there is no computed axis “%1”</source>
        <translation>没有名为“%1”的计算维度</translation>
    </message>
    <message>
        <source>there is no field “%1”</source>
        <translation>没有名为“%1”的字段</translation>
    </message>
    <message>
        <source>“%1” cannot be computed</source>
        <translation>“%1”不能由规则计算</translation>
    </message>
    <message>
        <source>“%1” cannot be hidden</source>
        <translation>“%1”不能隐藏</translation>
    </message>
    <message>
        <source>“%1” cannot be chosen in “%2”</source>
        <translation>“%2”中没有可选项“%1”</translation>
    </message>
    <message>
        <source>a value belongs to a computed field or axis, and only there</source>
        <translation>只有计算字段或计算维度的规则有取值，且必须有取值</translation>
    </message>
    <message>
        <source>a sentence belongs to a check, and only there</source>
        <translation>只有校验规则有提示语，校验规则必须有提示语</translation>
    </message>
    <message>
        <source>options belong to a rule of choices, and only there</source>
        <translation>只有选项规则有可选项，且必须有可选项</translation>
    </message>
    <message>
        <source>the rule has no condition</source>
        <translation>规则没有条件</translation>
    </message>
    <message>
        <source>the value must be one of those offered, written out</source>
        <translation>取值必须是直接写出的可选项之一</translation>
    </message>
    <message>
        <source>“%1” is not offered</source>
        <translation>“%1”不在可选范围内</translation>
    </message>
    <message>
        <source>the id “%1” is used twice</source>
        <translation>编号“%1”重复使用</translation>
    </message>
    <message>
        <source>there are more than %1 rules</source>
        <translation>规则超过 %1 条</translation>
    </message>
    <message>
        <source>these rules wait for each other: %1</source>
        <translation>这些规则互相依赖，形成循环：%1</translation>
    </message>
    <message>
        <source>another type of value is needed here</source>
        <translation>此处需要另一种类型的值</translation>
    </message>
    <message>
        <source>this is no expression</source>
        <translation>这不是表达式</translation>
    </message>
    <message>
        <source>“%1” is no number</source>
        <translation>“%1”不是数</translation>
    </message>
    <message>
        <source>“%1” is no date</source>
        <translation>“%1”不是日期</translation>
    </message>
    <message>
        <source>a table is asked by its columns</source>
        <translation>表格须按列引用</translation>
    </message>
    <message>
        <source>there is no table “%1”</source>
        <translation>没有名为“%1”的表格</translation>
    </message>
    <message>
        <source>there is no column “%1”</source>
        <translation>没有名为“%1”的列</translation>
    </message>
    <message>
        <source>there is no axis “%1”</source>
        <translation>没有名为“%1”的情形维度</translation>
    </message>
    <message>
        <source>“%1” has the wrong number of operands</source>
        <translation>“%1”的运算对象个数不对</translation>
    </message>
    <message>
        <source>a brace is not closed</source>
        <translation>花括号没有成对</translation>
    </message>
    <message>
        <source>these values have no such order</source>
        <translation>这类值不能这样比较</translation>
    </message>
    <message>
        <source>there is no operation “%1”</source>
        <translation>没有名为“%1”的运算</translation>
    </message>
    <message>
        <source>only columns and multiple choices are counted</source>
        <translation>只能对表格列和多选项计数</translation>
    </message>
    <message>
        <source>the expression is too large</source>
        <translation>表达式过大</translation>
    </message>
    <message>
        <source>an expression begins with the name of its operation</source>
        <translation>表达式须以运算名称开头</translation>
    </message>
</context>
<context>
    <name>GuideChecks</name>
    <message>
        <source>there is no regime for type %1</source>
        <translation>事项类型代码 %1 没有对应的办理规则</translation>
    </message>
    <message>
        <source>type %1 is called “%2”</source>
        <translation>类型代码 %1 的名称应为“%2”</translation>
    </message>
    <message>
        <source>a built-in guide is version 1</source>
        <translation>内置指南的版本只能是 1</translation>
    </message>
    <message>
        <source>on the spot and a promise of 0 days belong together</source>
        <translation>即办件与承诺时限 0 个工作日必须同时成立</translation>
    </message>
    <message>
        <source>the promise of %1 days is longer than the law's %2</source>
        <translation>承诺时限 %1 个工作日长于法定时限 %2 个工作日</translation>
    </message>
    <message>
        <source>the id “%1” is used twice</source>
        <translation>编号“%1”重复</translation>
    </message>
    <message>
        <source>a tolerable material needs days, and only a tolerable one has them</source>
        <translation>可容缺的材料须写明补交天数，不可容缺的不得写</translation>
    </message>
    <message>
        <source>there is no material “%1”</source>
        <translation>没有编号为“%1”的材料</translation>
    </message>
    <message>
        <source>“%1” is both added and dropped</source>
        <translation>“%1”既增加又减去</translation>
    </message>
    <message>
        <source>there is no situation “%1” on this axis</source>
        <translation>这一组情形中没有“%1”</translation>
    </message>
    <message>
        <source>no situation asks for “%1”</source>
        <translation>没有任何情形需要“%1”</translation>
    </message>
    <message>
        <source>choices belong to a field that is chosen from, and only there</source>
        <translation>选项只能用于选择类字段，选择类字段必须有选项</translation>
    </message>
    <message>
        <source>columns belong to a table, and only there</source>
        <translation>列只能用于表格字段，表格字段必须有列</translation>
    </message>
    <message>
        <source>only a number has a least and a greatest value</source>
        <translation>只有数字字段可以设最小值和最大值</translation>
    </message>
    <message>
        <source>%1 is less than the least value %2</source>
        <translation>%1 小于最小值 %2</translation>
    </message>
    <message>
        <source>only typed text has a greatest length</source>
        <translation>只有文本字段可以设最大长度</translation>
    </message>
    <message>
        <source>the key “%1” is used twice</source>
        <translation>字段标识“%1”重复</translation>
    </message>
    <message>
        <source>the counted steps take %1 days, the promise is %2</source>
        <translation>计入时限的环节共 %1 个工作日，与承诺时限 %2 个工作日不一致</translation>
    </message>
    <message>
        <source>%1 may be supplied within %2 days, but the promise of “%3” allows %4</source>
        <translation>“%1”可在 %2 个工作日内补交，但“%3”的承诺时限只允许 %4 个工作日，以较短者为准</translation>
    </message>
    <message>
        <source>there is no section “%1”</source>
        <translation>没有编号为“%1”的分区</translation>
    </message>
    <message>
        <source>there must be one for each column</source>
        <translation>每一列须各有一个</translation>
    </message>
    <message>
        <source>there is no column “%1”</source>
        <translation>没有名为“%1”的列</translation>
    </message>
    <message>
        <source>only the rows of a table can stand across</source>
        <translation>只有表格的行可以横排</translation>
    </message>
    <message>
        <source>no rule decides “%1”: it stays as it is by default</source>
        <translation>没有规则判定“%1”，将始终取默认情形</translation>
    </message>
</context>
<context>
    <name>GuideFacts</name>
    <message>
        <source>Item</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺时限</translation>
    </message>
    <message>
        <source>Statutory</source>
        <translation>法定时限</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>charged</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不收费</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Situations</source>
        <translation>情形</translation>
    </message>
    <message>
        <source>also %1</source>
        <translation>加交%1</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>免交%1</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>%1 original(s)</source>
        <translation>原件 %1</translation>
    </message>
    <message>
        <source>%1 copies</source>
        <translation>复印件 %1</translation>
    </message>
    <message>
        <source>may follow within %1</source>
        <translation>可容缺，%1内补交</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>申请表</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>选填</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>申请内容</translation>
    </message>
    <message>
        <source>shown when</source>
        <translation>显示条件</translation>
    </message>
    <message>
        <source>demanded when</source>
        <translation>必填条件</translation>
    </message>
    <message>
        <source>must hold</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>situation</source>
        <translation>情形</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>送审</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>on the spot</source>
        <translation>即办</translation>
    </message>
    <message>
        <source>%1 working days</source>
        <translation>%1 个工作日</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>受理条件</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>不计入时限</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>a new version waits for approval</source>
        <translation>新版本待批准</translation>
    </message>
    <message>
        <source>%1 warning(s)</source>
        <translation>%1 处需核对</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>proposed by %1</source>
        <translation>%1 送审</translation>
    </message>
    <message>
        <source>approved by %1</source>
        <translation>%1 批准</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>随程序提供</translation>
    </message>
</context>
<context>
    <name>GuideReader</name>
    <message>
        <source>is larger than %1 KiB</source>
        <translation>文件大于 %1 KiB</translation>
    </message>
    <message>
        <source>is not strict JSON, at byte %1: %2</source>
        <translation>不是规范的 JSON，第 %1 字节处：%2</translation>
    </message>
    <message>
        <source>holds a text of more than %1 characters</source>
        <translation>有超过 %1 个字的文本</translation>
    </message>
    <message>
        <source>%1 is not in the calendar</source>
        <translation>%1 不是日历上的日期</translation>
    </message>
</context>
<context>
    <name>GuideSchema</name>
    <message>
        <source>“%1” is missing</source>
        <translation>缺少“%1”</translation>
    </message>
    <message>
        <source>“%1” is not known here</source>
        <translation>此处不应有“%1”</translation>
    </message>
    <message>
        <source>the kind of value is wrong</source>
        <translation>值的类型不对</translation>
    </message>
    <message>
        <source>is none of the allowed values</source>
        <translation>不在允许的取值之内</translation>
    </message>
    <message>
        <source>is not written as it must be</source>
        <translation>写法不符合规定格式</translation>
    </message>
    <message>
        <source>is longer than %1 characters</source>
        <translation>超过 %1 个字</translation>
    </message>
    <message>
        <source>is shorter than %1 characters</source>
        <translation>少于 %1 个字</translation>
    </message>
    <message>
        <source>has more than %1 members</source>
        <translation>多于 %1 项</translation>
    </message>
    <message>
        <source>has fewer than %1 members</source>
        <translation>少于 %1 项</translation>
    </message>
    <message>
        <source>is less than %1</source>
        <translation>小于 %1</translation>
    </message>
    <message>
        <source>is more than %1</source>
        <translation>大于 %1</translation>
    </message>
    <message>
        <source>holds the same member twice</source>
        <translation>有重复的项</translation>
    </message>
    <message>
        <source>does not have the form of a guide</source>
        <translation>不符合办事指南的格式</translation>
    </message>
</context>
<context>
    <name>GuidesDesk</name>
    <message>
        <source>on the spot</source>
        <translation>即办</translation>
    </message>
    <message>
        <source>%1 working days</source>
        <translation>%1 个工作日</translation>
    </message>
    <message>
        <source>may follow within %1 working days</source>
        <translation>可容缺 %1 个工作日</translation>
    </message>
    <message>
        <source>may not follow later</source>
        <translation>不可容缺</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1: following later</source>
        <translation>%1：容缺</translation>
    </message>
    <message>
        <source>%1: promised limit</source>
        <translation>%1：承诺时限</translation>
    </message>
    <message>
        <source>Promised limit</source>
        <translation>承诺时限</translation>
    </message>
    <message>
        <source>Statutory limit</source>
        <translation>法定时限</translation>
    </message>
    <message>
        <source>Its author is no administrator at the centre.</source>
        <translation>送出人在中心不是管理员。</translation>
    </message>
    <message>
        <source>The centre's check of the guide failed.</source>
        <translation>未通过中心的指南检查。</translation>
    </message>
    <message>
        <source>Another version has come into force meanwhile.</source>
        <translation>其间已有别的版本生效。</translation>
    </message>
    <message>
        <source>Another proposal for this guide already waits.</source>
        <translation>本指南已有一个新版本待批准。</translation>
    </message>
    <message>
        <source>The proposal no longer waits.</source>
        <translation>该送审已不在待批准中。</translation>
    </message>
    <message>
        <source>A second administrator has to approve it.</source>
        <translation>须由另一名管理员批准。</translation>
    </message>
    <message>
        <source>The centre refused it (%1).</source>
        <translation>中心未予采纳（%1）。</translation>
    </message>
</context>
<context>
    <name>Identifier</name>
    <message>
        <source>Nothing has been entered.</source>
        <translation>尚未填写。</translation>
    </message>
    <message>
        <source>This program does not know how to check this entry; look at it yourself.</source>
        <translation>本程序不认识这一项的校验规则，请自行核对。</translation>
    </message>
    <message>
        <source>An ID number has 18 characters; count them against the card.</source>
        <translation>身份证号码为 18 位，请对照证件清点位数。</translation>
    </message>
    <message>
        <source>This is an old 15-digit number, which is no longer valid; take the one on the present card.</source>
        <translation>这是已停用的 15 位旧号码，请按现行证件上的 18 位号码填写。</translation>
    </message>
    <message>
        <source>An ID number has digits only, and an X only in the last place.</source>
        <translation>身份证号码只能是数字，只有最后一位可以是 X。</translation>
    </message>
    <message>
        <source>No region has the first six digits; compare them with the card.</source>
        <translation>前六位不是任何地区的代码，请对照证件核对。</translation>
    </message>
    <message>
        <source>The date of birth, digits 7 to 14, does not exist; compare it with the card.</source>
        <translation>第 7 至 14 位的出生日期不存在，请对照证件核对。</translation>
    </message>
    <message>
        <source>The date of birth, digits 7 to 14, lies before 1900; compare it with the card.</source>
        <translation>第 7 至 14 位的出生日期早于 1900 年，请对照证件核对。</translation>
    </message>
    <message>
        <source>The date of birth, digits 7 to 14, lies in the future; compare it with the card.</source>
        <translation>第 7 至 14 位的出生日期晚于今天，请对照证件核对。</translation>
    </message>
    <message>
        <source>The last character does not fit the others; compare the whole number with the card.</source>
        <translation>最后一位与前面各位不符，请对照证件逐位核对整个号码。</translation>
    </message>
    <message>
        <source>A unified social credit code has 18 characters; count them against the licence.</source>
        <translation>统一社会信用代码为 18 位，请对照营业执照或登记证书清点位数。</translation>
    </message>
    <message>
        <source>This is an old 15-digit registration number; take the unified social credit code on the present licence.</source>
        <translation>这是 15 位的旧注册号，请按现行证照上的统一社会信用代码填写。</translation>
    </message>
    <message>
        <source>A unified social credit code has digits and capitals without I, O, S, V and Z; look for one misread as 1, 0, 5 or 2.</source>
        <translation>统一社会信用代码由数字和大写字母组成，不用 I、O、S、V、Z，请查看是否把 1、0、5、2 误认作字母。</translation>
    </message>
    <message>
        <source>No registering authority has the first character of this code; compare it with the licence.</source>
        <translation>第一位不是任何登记管理部门的代码，请对照证照核对。</translation>
    </message>
    <message>
        <source>Characters 3 to 8 of the code are no region; compare them with the licence.</source>
        <translation>第 3 至 8 位不是行政区划代码，请对照证照核对。</translation>
    </message>
    <message>
        <source>The last character does not fit the others; compare the whole code with the licence.</source>
        <translation>最后一位与前面各位不符，请对照证照逐位核对整个代码。</translation>
    </message>
    <message>
        <source>This is neither an ID number nor a unified social credit code; compare all 18 characters with the paper.</source>
        <translation>这既不是身份证号码，也不是统一社会信用代码，请对照证件逐位核对全部 18 位。</translation>
    </message>
    <message>
        <source>A plate has seven characters, one of a new-energy vehicle eight; count them.</source>
        <translation>车牌号为 7 位，新能源车为 8 位，请清点位数。</translation>
    </message>
    <message>
        <source>A plate begins with the character of a province; look at the first one.</source>
        <translation>车牌号以省份简称开头，请查看第一位。</translation>
    </message>
    <message>
        <source>After the province a plate has a capital other than I and O; look at the second character.</source>
        <translation>省份简称之后应为大写字母，不用 I 和 O，请查看第二位。</translation>
    </message>
    <message>
        <source>A plate has digits and capitals without I and O; look at the characters after the first two.</source>
        <translation>车牌号由数字和大写字母组成，不用 I 和 O，请查看前两位之后的各位。</translation>
    </message>
    <message>
        <source>A plate does not end like this; look at the last character.</source>
        <translation>车牌号不会这样结尾，请查看最后一位。</translation>
    </message>
    <message>
        <source>A plate of eight characters belongs to a new-energy vehicle, whose letter stands third or last; look at these places.</source>
        <translation>8 位车牌属于新能源车，其字母在第三位或最后一位，请查看这两处。</translation>
    </message>
    <message>
        <source>A vehicle identification number has 17 characters; count them.</source>
        <translation>车辆识别代号为 17 位，请清点位数。</translation>
    </message>
    <message>
        <source>A vehicle identification number has digits and capitals without I, O and Q; look for one misread as 1 or 0.</source>
        <translation>车辆识别代号由数字和大写字母组成，不用 I、O、Q，请查看是否把 1 或 0 误认作字母。</translation>
    </message>
    <message>
        <source>The ninth character does not fit the others, as on some imported and old vehicles; compare the number with the vehicle licence.</source>
        <translation>第九位与其他各位不符，部分进口车和老旧车会如此，请对照行驶证核对。</translation>
    </message>
    <message>
        <source>A mobile number has eleven digits; count them.</source>
        <translation>手机号码为 11 位数字，请清点位数。</translation>
    </message>
    <message>
        <source>A mobile number has digits only; look for another character.</source>
        <translation>手机号码只能是数字，请查看是否有其他字符。</translation>
    </message>
    <message>
        <source>A mobile number begins with 13 to 19; look at the first two digits.</source>
        <translation>手机号码以 13 至 19 开头，请查看前两位。</translation>
    </message>
    <message>
        <source>A division has a code of six digits; count them.</source>
        <translation>行政区划代码为 6 位数字，请清点位数。</translation>
    </message>
    <message>
        <source>No division has this code; choose it from the list.</source>
        <translation>没有这个行政区划代码，请从列表中选择。</translation>
    </message>
    <message>
        <source>This code of a division is no longer in use; choose the present one.</source>
        <translation>这个行政区划代码已停用，请选择现行的区划。</translation>
    </message>
    <message>
        <source>A road number is G, S, X, Y, C or Z with one to four digits, such as G312; look at the letter and the digits.</source>
        <translation>路线编号为 G、S、X、Y、C 或 Z 加一至四位数字，如 G312，请查看字母和数字。</translation>
    </message>
    <message>
        <source>A stake is K, kilometres, + and three digits of metres, such as K1567+200; look at the metres.</source>
        <translation>桩号为 K、公里数、+ 和三位米数，如 K1567+200，请查看米数部分。</translation>
    </message>
    <message>
        <source>A project code has 24 characters in groups of 4, 6, 2, 2 and 6 digits with hyphens between; count each group.</source>
        <translation>投资项目代码含连字符共 24 个字符，按 4、6、2、2、6 位数字分组，组间用连字符，请逐组清点。</translation>
    </message>
    <message>
        <source>A project code begins with a year from 2000 on; look at the first four digits.</source>
        <translation>投资项目代码以 2000 年以后的年份开头，请查看前四位。</translation>
    </message>
    <message>
        <source>One of the names is no province; choose the provinces from the list.</source>
        <translation>其中有一个名称不是省级行政区，请从列表中选择。</translation>
    </message>
    <message>
        <source>This is no e-mail address; look at the @ and the part after it.</source>
        <translation>这不是电子邮箱地址，请查看 @ 及其后面的部分。</translation>
    </message>
    <message>
        <source>A case number has a hall, a station, a date, a serial and a check character; compare it with the receipt.</source>
        <translation>办件编号由大厅、窗口、日期、流水号和校验位组成，请对照回执核对。</translation>
    </message>
    <message>
        <source>The date in the case number does not exist; compare it with the receipt.</source>
        <translation>办件编号中的日期不存在，请对照回执核对。</translation>
    </message>
    <message>
        <source>The serial in the case number is not written like this; compare it with the receipt.</source>
        <translation>办件编号中的流水号不是这样写的，请对照回执核对。</translation>
    </message>
    <message>
        <source>The last character does not fit the others; compare the whole case number with the receipt.</source>
        <translation>最后一位与前面各位不符，请对照回执逐位核对整个办件编号。</translation>
    </message>
    <message>
        <source>This looks like a temporary plate; compare it with the paper plate and see that it has not run out.</source>
        <translation>看起来是临时行驶车号牌，请与纸质号牌核对，并确认在有效期内。</translation>
    </message>
</context>
<context>
    <name>IntakeDesk</name>
    <message>
        <source>choice of %1</source>
        <translation>选择%1</translation>
    </message>
    <message>
        <source>answer on %1</source>
        <translation>回答“%1”是否适用</translation>
    </message>
    <message>
        <source>change of the channel</source>
        <translation>改来件方式</translation>
    </message>
    <message>
        <source>change of %1</source>
        <translation>改 %1</translation>
    </message>
    <message>
        <source>filling in as last time</source>
        <translation>带出上次填写</translation>
    </message>
    <message>
        <source>mark on %1</source>
        <translation>标记 %1</translation>
    </message>
    <message>
        <source>expiry of %1</source>
        <translation>改 %1 的有效期</translation>
    </message>
    <message>
        <source>file for %1</source>
        <translation>给 %1 加文件</translation>
    </message>
    <message>
        <source>earlier scan for %1</source>
        <translation>%1 复用以前的扫描件</translation>
    </message>
    <message>
        <source>taking a file off %1</source>
        <translation>从 %1 移除文件</translation>
    </message>
    <message>
        <source>order of %1</source>
        <translation>调整 %1 的页序</translation>
    </message>
    <message>
        <source>page of %1</source>
        <translation>调整 %1 的页面</translation>
    </message>
    <message>
        <source>taking an earlier scan off %1</source>
        <translation>从 %1 移除沿用的扫描件</translation>
    </message>
    <message>
        <source>reading of the card</source>
        <translation>读取身份证</translation>
    </message>
</context>
<context>
    <name>IntakePages</name>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
</context>
<context>
    <name>KindWord</name>
    <message>
        <source>Guide published</source>
        <translation>发布指南</translation>
    </message>
    <message>
        <source>Person changed</source>
        <translation>人员变更</translation>
    </message>
    <message>
        <source>Authority changed</source>
        <translation>授权变更</translation>
    </message>
    <message>
        <source>Calendar changed</source>
        <translation>日历更新</translation>
    </message>
    <message>
        <source>Window changed</source>
        <translation>窗口变更</translation>
    </message>
    <message>
        <source>Device enrolled</source>
        <translation>设备登记</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>锁屏</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Number shown</source>
        <translation>显示完整号码</translation>
    </message>
    <message>
        <source>Case opened</source>
        <translation>调阅办件</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Printed again</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>Clock confirmed</source>
        <translation>核对时间</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Told once what is missing</source>
        <translation>一次性告知</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>No permit needed</source>
        <translation>不需许可</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>收件转办</translation>
    </message>
    <message>
        <source>Advice given</source>
        <translation>咨询引导</translation>
    </message>
    <message>
        <source>Corrected on the spot</source>
        <translation>当场更正</translation>
    </message>
    <message>
        <source>Supplemented</source>
        <translation>补正</translation>
    </message>
    <message>
        <source>Promised material received</source>
        <translation>收到容缺材料</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Terminated</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Under review</source>
        <translation>审查</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>准予</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不予许可</translation>
    </message>
    <message>
        <source>Limit extended</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Clock paused</source>
        <translation>特别程序，暂停计时</translation>
    </message>
    <message>
        <source>Clock runs again</source>
        <translation>恢复计时</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>出件</translation>
    </message>
    <message>
        <source>Paper made</source>
        <translation>生成文书</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Service rated</source>
        <translation>好差评</translation>
    </message>
    <message>
        <source>Task given</source>
        <translation>交办</translation>
    </message>
    <message>
        <source>Conflict settled</source>
        <translation>处理冲突</translation>
    </message>
    <message>
        <source>Deemed accepted</source>
        <translation>视为受理</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>逾期未补</translation>
    </message>
    <message>
        <source>Content deleted in time</source>
        <translation>内容到期清除</translation>
    </message>
    <message>
        <source>Act of a newer version (%1)</source>
        <translation>新版程序的记录（%1）</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>容缺承诺</translation>
    </message>
    <message>
        <source>Checked by the chief</source>
        <translation>首席代表已核</translation>
    </message>
</context>
<context>
    <name>MaterialShelf</name>
    <message>
        <source>valid until %1</source>
        <translation>有效期至 %1</translation>
    </message>
    <message>
        <source>no end known</source>
        <translation>未载明有效期</translation>
    </message>
    <message>
        <source>Available: scan of %1 · %2 · %3</source>
        <translation>可用 %1 扫描件·%2·%3</translation>
    </message>
</context>
<context>
    <name>PaperRequest</name>
    <message>
        <source>“%1” is to be handed in later, on %2 at the latest.</source>
        <translation>“%1”可容缺，请最迟于 %2 补交。</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>No charge</source>
        <translation>不收费</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收到</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Follows by promise</source>
        <translation>容缺，已承诺补交</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>仍未补正</translation>
    </message>
    <message>
        <source>Received after the promised day</source>
        <translation>超过承诺期限收到</translation>
    </message>
    <message>
        <source>Was: %1</source>
        <translation>原为：%1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>更正为：%1</translation>
    </message>
    <message>
        <source>Handed over at the window</source>
        <translation>窗口直接送达</translation>
    </message>
    <message>
        <source>To be fetched at the window</source>
        <translation>窗口领取</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>PaperWord</name>
    <message>
        <source>Notice of acceptance</source>
        <translation>受理通知书</translation>
    </message>
    <message>
        <source>Notice of what is missing</source>
        <translation>一次性告知书</translation>
    </message>
    <message>
        <source>Notice of non-acceptance</source>
        <translation>不予受理通知书</translation>
    </message>
    <message>
        <source>Notice that no permit is needed</source>
        <translation>不需许可通知书</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Notice of acceptance, papers follow</source>
        <translation>容缺受理通知书</translation>
    </message>
    <message>
        <source>Promise to be signed</source>
        <translation>容缺受理承诺书</translation>
    </message>
    <message>
        <source>Receipt of the application</source>
        <translation>收件凭证</translation>
    </message>
    <message>
        <source>Receipt of the supplement</source>
        <translation>补正材料接收凭证</translation>
    </message>
    <message>
        <source>Receipt of promised materials</source>
        <translation>容缺材料补交接收凭证</translation>
    </message>
    <message>
        <source>Confirmation of corrections</source>
        <translation>当场更正确认书</translation>
    </message>
    <message>
        <source>Advice slip</source>
        <translation>咨询引导单</translation>
    </message>
    <message>
        <source>Slip of passing on</source>
        <translation>收件转办单</translation>
    </message>
    <message>
        <source>Notice of the result</source>
        <translation>办理结果通知书</translation>
    </message>
    <message>
        <source>Confirmation of the withdrawal</source>
        <translation>撤回申请确认书</translation>
    </message>
</context>
<context>
    <name>Password</name>
    <message>
        <source>The password needs at least 8 characters.</source>
        <translation>密码至少 8 个字符。</translation>
    </message>
    <message>
        <source>The password may have at most 128 characters.</source>
        <translation>密码最多 128 个字符。</translation>
    </message>
    <message>
        <source>The password must not contain your name or sign-in name.</source>
        <translation>密码中不能含有姓名或登录名。</translation>
    </message>
    <message>
        <source>The password is a row of neighbouring keys or repeats the same characters.</source>
        <translation>密码是相邻按键或重复字符，太容易猜到。</translation>
    </message>
    <message>
        <source>This password is among those everybody tries first.</source>
        <translation>这个密码太常见，最先被人猜到，请换一个。</translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>Service guide %1, version %2</source>
        <translation>办事指南 %1 第 %2 版</translation>
    </message>
    <message>
        <source>%1 is decided at %2 level, not by this window.</source>
        <translation>“%1”由%2机关办理，不属于本机关职权范围。</translation>
    </message>
    <message>
        <source>Please apply to: %1.</source>
        <translation>请到%1申请。</translation>
    </message>
    <message>
        <source>Only natural persons can apply for this item.</source>
        <translation>此事项只能由个人申请。</translation>
    </message>
    <message>
        <source>Only organisations can apply for this item.</source>
        <translation>此事项只能由单位申请。</translation>
    </message>
    <message>
        <source>“%1” is not filled in.</source>
        <translation>“%1”没有填写。</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>Issued by %1.</source>
        <translation>由%1出具。</translation>
    </message>
    <message>
        <source>“%1” cannot be used as it is.</source>
        <translation>“%1”不合格。</translation>
    </message>
    <message>
        <source>“%1” cannot be used: %2</source>
        <translation>“%1”不合格：%2</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>缺“%1”。</translation>
    </message>
    <message>
        <source>“%1”: please answer whether this applies: %2</source>
        <translation>“%1”是否要交，请先确认：%2。</translation>
    </message>
    <message>
        <source> It may follow within %1 working day(s).</source>
        <translation>可容缺，%1 个工作日内补交。</translation>
    </message>
    <message>
        <source>The same applicant has an open case of this item: %1, received on %2.</source>
        <translation>同一申请人的同一事项还有在办件：%1，%2 收件。</translation>
    </message>
    <message>
        <source>“%1” is valid until %2 only; the decision is due on %3.</source>
        <translation>“%1”有效期至 %2，早于承诺办结日 %3。</translation>
    </message>
</context>
<context>
    <name>PrintWords</name>
    <message>
        <source>No paper</source>
        <translation>缺纸</translation>
    </message>
    <message>
        <source>Paper jam</source>
        <translation>卡纸</translation>
    </message>
    <message>
        <source>Cover open</source>
        <translation>上盖未合</translation>
    </message>
    <message>
        <source>Out of toner</source>
        <translation>碳粉用尽</translation>
    </message>
    <message>
        <source>Switched off or not connected</source>
        <translation>未开机或未连接</translation>
    </message>
    <message>
        <source>Paused by the administrator</source>
        <translation>管理员已暂停</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The printer waits: %1. See to it and the paper comes out; it is safe meanwhile.</source>
        <translation>打印机在等待：%1。处理后自动出纸，文书已保存。</translation>
    </message>
    <message>
        <source>In the printer's queue…</source>
        <translation>正在排队打印……</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印……</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>Not printed. The paper is safe and can be printed again.</source>
        <translation>没有打印出来。文书已保存，可以再次打印。</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>MMMM d</source>
        <translation>M 月 d 日</translation>
    </message>
    <message>
        <source>The application was received on %1 and is being looked at.</source>
        <translation>您的申请于 %1 收到，正在审核。</translation>
    </message>
    <message>
        <source>The application of %1 waits for materials we gave notice of.</source>
        <translation>您 %1 提出的申请还需补正材料，我们已一次性告知。</translation>
    </message>
    <message>
        <source>The materials were supplied and are being looked at.</source>
        <translation>补正的材料已收到，正在审核。</translation>
    </message>
    <message>
        <source>The application was accepted on %1.</source>
        <translation>您的申请已于 %1 受理。</translation>
    </message>
    <message>
        <source>The application is being examined by the department.</source>
        <translation>承办部门正在审查。</translation>
    </message>
    <message>
        <source>A special procedure is under way; the days of it do not count.</source>
        <translation>正在进行特别程序，所需时间不计入办理期限。</translation>
    </message>
    <message>
        <source>It is decided: granted.</source>
        <translation>已作出决定：准予。</translation>
    </message>
    <message>
        <source>It is decided: not granted.</source>
        <translation>已作出决定：不予许可。</translation>
    </message>
    <message>
        <source>It is finished, and the result was handed over.</source>
        <translation>已办结，结果已送达。</translation>
    </message>
    <message>
        <source>The application was not accepted; the paper says why.</source>
        <translation>申请未予受理，原因见通知书。</translation>
    </message>
    <message>
        <source>No permit is needed for this.</source>
        <translation>此事不需要取得行政许可。</translation>
    </message>
    <message>
        <source>The application was passed on to the authority in charge.</source>
        <translation>申请已转送有权机关办理。</translation>
    </message>
    <message>
        <source>The application was passed on to %1.</source>
        <translation>申请已转送%1办理。</translation>
    </message>
    <message>
        <source>The applicant has withdrawn it.</source>
        <translation>申请人已撤回申请。</translation>
    </message>
    <message>
        <source>The procedure was ended.</source>
        <translation>办理程序已终止。</translation>
    </message>
    <message>
        <source>It has lapsed, because the materials did not come.</source>
        <translation>因逾期未补正，本次申请已失效。</translation>
    </message>
    <message>
        <source>The decision was revoked.</source>
        <translation>该决定已被撤销。</translation>
    </message>
    <message>
        <source>This window knows of it, but not where it stands.</source>
        <translation>本窗口知道这件申请，但不掌握其办理状态。</translation>
    </message>
    <message>
        <source>We answer by %1 whether it is accepted.</source>
        <translation>我们在 %1 前答复是否受理。</translation>
    </message>
    <message>
        <source>Please bring to any window of this hall:</source>
        <translation>请携带以下材料到本大厅任一窗口：</translation>
    </message>
    <message>
        <source>The decision comes by %1 as promised; the law allows until %2.</source>
        <translation>承诺 %1 前办结，法定期限为 %2。</translation>
    </message>
    <message>
        <source>It can be collected at %1, with the receipt or an identity card.</source>
        <translation>请凭受理通知书或身份证件到%1领取。</translation>
    </message>
    <message>
        <source>The result will be handed over at %1.</source>
        <translation>办结后在%1领取结果。</translation>
    </message>
    <message>
        <source>promised by %1: %2</source>
        <translation>承诺 %1 前补交：%2</translation>
    </message>
</context>
<context>
    <name>QueueRows</name>
    <message>
        <source>Look first</source>
        <translation>要先看</translation>
    </message>
    <message>
        <source>by risk</source>
        <translation>按风险排序</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>by time of receipt</source>
        <translation>按收件时间</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>waiting for the window</source>
        <translation>等窗口处理</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Window clerk</source>
        <translation>窗口人员</translation>
    </message>
    <message>
        <source>Chief representative</source>
        <translation>首席代表</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>审批人员</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>监察</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心</translation>
    </message>
</context>
<context>
    <name>SignInDesk</name>
    <message>
        <source>Learner</source>
        <translation>学员</translation>
    </message>
</context>
<context>
    <name>StateWord</name>
    <message>
        <source>Accepted, papers follow</source>
        <translation>容缺受理</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收件</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>To be supplemented</source>
        <translation>待补正</translation>
    </message>
    <message>
        <source>Supplemented</source>
        <translation>已补正</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>No permit needed</source>
        <translation>不需许可</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>已转办</translation>
    </message>
    <message>
        <source>Under review</source>
        <translation>审查中</translation>
    </message>
    <message>
        <source>Special procedure</source>
        <translation>特别程序</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>准予</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不予许可</translation>
    </message>
    <message>
        <source>Ready to issue</source>
        <translation>待出件</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>已出件</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Terminated</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>逾期未补</translation>
    </message>
    <message>
        <source>Not for this window</source>
        <translation>不归本窗</translation>
    </message>
    <message>
        <source>Correct now</source>
        <translation>当场改</translation>
    </message>
    <message>
        <source>To be supplied</source>
        <translation>需补正</translation>
    </message>
    <message>
        <source>May follow later</source>
        <translation>可容缺</translation>
    </message>
    <message>
        <source>May be refused</source>
        <translation>可能不予许可</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已核</translation>
    </message>
    <message>
        <source>Scanned, to be checked</source>
        <translation>已扫，待核</translation>
    </message>
    <message>
        <source>Follows later</source>
        <translation>容缺</translation>
    </message>
    <message>
        <source>Unfit</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>Not needed here</source>
        <translation>本情形不需</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>待同步</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>上传中</translation>
    </message>
    <message>
        <source>In sync</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>Waiting for materials</source>
        <translation>等材料</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Returned by the centre</source>
        <translation>中心退回</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Yellow light</source>
        <translation>黄灯</translation>
    </message>
    <message>
        <source>Red light</source>
        <translation>红灯</translation>
    </message>
    <message>
        <source>Clock paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>Checked when online</source>
        <translation>待联网</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
</context>
<context>
    <name>TodayDesk</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Agent's number</source>
        <translation>经办人证件</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>申请内容</translation>
    </message>
    <message>
        <source>%1 · cannot be read</source>
        <translation>%1·无法读取</translation>
    </message>
</context>
<context>
    <name>Unmask</name>
    <message>
        <source>Compare the identity</source>
        <translation>核对身份</translation>
    </message>
    <message>
        <source>Contact the applicant</source>
        <translation>联系申请人</translation>
    </message>
    <message>
        <source>Fill in another paper</source>
        <translation>填写其他文书</translation>
    </message>
    <message>
        <source>Check the case</source>
        <translation>核查办件</translation>
    </message>
</context>
<context>
    <name>Worksheet</name>
    <message>
        <source>Earlier cases and promises of this applicant could not be looked up.</source>
        <translation>未能查到该申请人以往的办件和承诺，请稍后再查。</translation>
    </message>
</context>
<context>
    <name>ow::desk::ActDesk</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>ow::desk::ScanDesk</name>
    <message>
        <source>Colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>黑白</translation>
    </message>
    <message>
        <source>Identity card %1 dpi, flatbed</source>
        <translation>身份证 %1 dpi 平板</translation>
    </message>
    <message>
        <source>%1 %2 dpi, flatbed</source>
        <translation>%1 %2 dpi 平板</translation>
    </message>
    <message>
        <source>%1 %2 dpi, feeder, both sides</source>
        <translation>%1 %2 dpi 进纸器双面</translation>
    </message>
    <message>
        <source>%1 %2 dpi, feeder</source>
        <translation>%1 %2 dpi 进纸器</translation>
    </message>
    <message>
        <source>Training camera</source>
        <translation>演练高拍仪</translation>
    </message>
    <message>
        <source>Training scanner</source>
        <translation>演练扫描仪</translation>
    </message>
</context>
<context>
    <name>ow::ui::ActFrame</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Other answers</source>
        <translation>其他答复</translation>
    </message>
    <message>
        <source>Writing it into the ledger…</source>
        <translation>正在记入台账……</translation>
    </message>
    <message>
        <source>The time is right, go on</source>
        <translation>时间无误，继续</translation>
    </message>
</context>
<context>
    <name>ow::ui::ActionPane</name>
    <message>
        <source>Other answers</source>
        <translation>其他答复</translation>
    </message>
    <message>
        <source>Do not accept…</source>
        <translation>不予受理…</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>Reason of the decline; Esc: back</source>
        <translation>不予受理的理由，Esc 返回</translation>
    </message>
    <message>
        <source>Reason of the decline</source>
        <translation>不予受理的理由</translation>
    </message>
    <message>
        <source>Writing it into the ledger…</source>
        <translation>正在记入台账…</translation>
    </message>
    <message>
        <source>Files are still being taken in.</source>
        <translation>文件还在收进，请稍候。</translation>
    </message>
    <message>
        <source>Complete; it can be accepted.</source>
        <translation>可以受理。</translation>
    </message>
    <message numerus="yes">
        <source>It can be accepted now; %n paper(s) may follow.</source>
        <translation>
            <numerusform>可容缺受理，%n 项后补。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) missing. Accepted once they are here, else one notice says all.</source>
        <translation>
            <numerusform>还差 %n 项。补上即可受理，否则一次告知。</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept, decide later</source>
        <translation>先受理，另行决定</translation>
    </message>
    <message>
        <source>Receive only, answer later</source>
        <translation>只收件，另行答复</translation>
    </message>
    <message>
        <source>Follows by promise</source>
        <translation>容缺，承诺补交</translation>
    </message>
    <message>
        <source>Complete; it can be decided at once.</source>
        <translation>材料齐全，可以当场办结。</translation>
    </message>
</context>
<context>
    <name>ow::ui::AnswerList</name>
    <message>
        <source>Cases it may be</source>
        <translation>可能的办件</translation>
    </message>
</context>
<context>
    <name>ow::ui::AxleInput</name>
    <message>
        <source>Sum %1 %2</source>
        <translation>合计 %1 %2</translation>
    </message>
</context>
<context>
    <name>ow::ui::AxleModel</name>
    <message>
        <source>%1, axle %2</source>
        <translation>%1，第 %2 轴</translation>
    </message>
    <message>
        <source>Axle</source>
        <translation>轴序</translation>
    </message>
</context>
<context>
    <name>ow::ui::Banner</name>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>ow::ui::CaseActPane</name>
    <message>
        <source>Why the applicant withdraws</source>
        <translation>撤回原因</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>咨询内容</translation>
    </message>
    <message>
        <source>Passed on to</source>
        <translation>转往机关</translation>
    </message>
    <message>
        <source>What stands in the way</source>
        <translation>办理条件</translation>
    </message>
    <message>
        <source>Reason of a decline</source>
        <translation>不予受理的理由</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>确认人</translation>
    </message>
    <message>
        <source>Nothing stands in the way.</source>
        <translation>材料齐全，符合法定形式。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) stand in the way.</source>
        <translation>
            <numerusform>还差 %n 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be set right on the spot.</source>
        <translation>没有可以当场更正的内容。</translation>
    </message>
    <message>
        <source>The applicant confirms what was set right.</source>
        <translation>更正内容由申请人当场确认。</translation>
    </message>
    <message>
        <source>Record the correction</source>
        <translation>记录更正</translation>
    </message>
    <message>
        <source>The application and its papers go to the authority that decides.</source>
        <translation>申请和材料转交有权机关办理。</translation>
    </message>
    <message>
        <source>A slip of what to bring and where to go; it decides nothing.</source>
        <translation>告知要带的材料和办理机关，不作决定。</translation>
    </message>
    <message>
        <source>Give the slip</source>
        <translation>出咨询引导单</translation>
    </message>
    <message>
        <source>The case ends here; the applicant may apply again.</source>
        <translation>本件到此为止，以后可以重新申请。</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>处理情况</translation>
    </message>
    <message>
        <source>The chief asked: %1</source>
        <translation>首席代表要求：%1</translation>
    </message>
    <message>
        <source>Record and give back</source>
        <translation>记录并送回</translation>
    </message>
</context>
<context>
    <name>ow::ui::CaseBar</name>
    <message>
        <source>Guide and situation</source>
        <translation>指南与情形</translation>
    </message>
    <message>
        <source>%1 working days</source>
        <translation>%1 个工作日</translation>
    </message>
    <message>
        <source>(calendar to be updated)</source>
        <translation>（待日历更新）</translation>
    </message>
    <message>
        <source>One-time notice no later than</source>
        <translation>一次性告知不晚于</translation>
    </message>
    <message>
        <source>Promised after acceptance</source>
        <translation>受理后承诺办结</translation>
    </message>
    <message>
        <source>on the spot</source>
        <translation>当场办结</translation>
    </message>
    <message>
        <source>Statutory</source>
        <translation>法定办结</translation>
    </message>
    <message>
        <source>On-the-spot item</source>
        <translation>即办件</translation>
    </message>
    <message>
        <source>Timed item</source>
        <translation>承诺件</translation>
    </message>
    <message>
        <source>guide version %1</source>
        <translation>指南第 %1 版</translation>
    </message>
    <message>
        <source>Promised and statutory</source>
        <translation>承诺与法定期限</translation>
    </message>
    <message>
        <source>follow from the form</source>
        <translation>填表后判定</translation>
    </message>
</context>
<context>
    <name>ow::ui::CaseDetailPane</name>
    <message>
        <source>%1 entries conflict; a person has to decide</source>
        <translation>%1 条记录冲突，需人工处理</translation>
    </message>
    <message>
        <source>Flagged by the centre</source>
        <translation>中心有标记</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>办件详情</translation>
    </message>
    <message>
        <source>Choose a case to see it here.</source>
        <translation>选一件，详情显示在这里。</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>Open the paper</source>
        <translation>打开文书</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 条</translation>
    </message>
    <message>
        <source>guide version %1</source>
        <translation>指南第 %1 版</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 paper(s)</source>
        <translation>%1 份</translation>
    </message>
    <message>
        <source>to be printed</source>
        <translation>待打印</translation>
    </message>
    <message>
        <source>Fetching the paper…</source>
        <translation>正在取文书…</translation>
    </message>
    <message>
        <source>No paper was given yet.</source>
        <translation>还没有出具文书。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>What can be done about this case</source>
        <translation>本件可办的事</translation>
    </message>
    <message>
        <source>Possible duplicate: %1</source>
        <translation>疑似重复：%1</translation>
    </message>
</context>
<context>
    <name>ow::ui::CaseFilterBar</name>
    <message>
        <source>Narrow the list</source>
        <translation>筛选条件</translation>
    </message>
    <message>
        <source>Every state</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Every item</source>
        <translation>全部事项</translation>
    </message>
    <message>
        <source>Received where</source>
        <translation>收件窗口</translation>
    </message>
    <message>
        <source>Whole hall</source>
        <translation>全大厅</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>本窗口</translation>
    </message>
    <message>
        <source>By me</source>
        <translation>本人收件</translation>
    </message>
    <message>
        <source>Received when</source>
        <translation>收件日期</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>全部日期</translation>
    </message>
    <message>
        <source>Received today</source>
        <translation>今日收件</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>本年</translation>
    </message>
    <message>
        <source>Due until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Any date</source>
        <translation>全部期限</translation>
    </message>
    <message>
        <source>Due by today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>Due in 3 days</source>
        <translation>3 天内到期</translation>
    </message>
    <message>
        <source>Due in 7 days</source>
        <translation>7 天内到期</translation>
    </message>
    <message>
        <source>What is open</source>
        <translation>未结情况</translation>
    </message>
    <message>
        <source>Open or not</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Not yet sent</source>
        <translation>待同步</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>有冲突</translation>
    </message>
    <message>
        <source>Promised materials</source>
        <translation>容缺未补</translation>
    </message>
    <message>
        <source>Tasks of the chief</source>
        <translation>首席代表交办</translation>
    </message>
    <message>
        <source>All again</source>
        <translation>全部清除</translation>
    </message>
</context>
<context>
    <name>ow::ui::CaseListModel</name>
    <message>
        <source>Case number</source>
        <translation>办件编号</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Next date</source>
        <translation>下一期限</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>%1: order by it, again to turn the order round</source>
        <translation>按%1排序，再点一次倒序</translation>
    </message>
</context>
<context>
    <name>ow::ui::CaseListPane</name>
    <message>
        <source>Cases</source>
        <translation>办件列表</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>look</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>%1 case(s) fit, %2 more under All</source>
        <translation>符合 %1 件，“全部”里还有 %2 件</translation>
    </message>
    <message>
        <source>No case in this list fits. %1 case(s) under All do.</source>
        <translation>本列表没有符合的办件，“全部”里有 %1 件。</translation>
    </message>
    <message>
        <source>No case fits. Esc empties the filter.</source>
        <translation>没有符合的办件。按 Esc 清空。</translation>
    </message>
    <message>
        <source>No case was received today.</source>
        <translation>今日还没有收件。</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>没有在办的办件。</translation>
    </message>
    <message>
        <source>No case waits for materials.</source>
        <translation>没有待补正的办件。</translation>
    </message>
    <message>
        <source>No case yet. The first one received will stand here.</source>
        <translation>还没有办件。第一件收件会列在这里。</translation>
    </message>
    <message>
        <source>the newest first</source>
        <translation>新件在前</translation>
    </message>
    <message>
        <source>the oldest first</source>
        <translation>旧件在前</translation>
    </message>
    <message>
        <source>by item, backwards</source>
        <translation>按事项倒序</translation>
    </message>
    <message>
        <source>by item</source>
        <translation>按事项</translation>
    </message>
    <message>
        <source>by applicant, backwards</source>
        <translation>按申请人倒序</translation>
    </message>
    <message>
        <source>by applicant</source>
        <translation>按申请人</translation>
    </message>
    <message>
        <source>by state, the last first</source>
        <translation>按状态倒序</translation>
    </message>
    <message>
        <source>by state</source>
        <translation>按状态</translation>
    </message>
    <message>
        <source>the latest date first</source>
        <translation>期限远的在前</translation>
    </message>
    <message>
        <source>the next date first</source>
        <translation>期限近的在前</translation>
    </message>
    <message>
        <source>%1 case(s), %2</source>
        <translation>%1 件，%2</translation>
    </message>
    <message>
        <source>%1 case(s) fit, %2</source>
        <translation>符合 %1 件，%2</translation>
    </message>
    <message>
        <source>No case is due until the next working day.</source>
        <translation>下一个工作日之前没有到期的办件。</translation>
    </message>
    <message>
        <source>No decision waits to be handed over.</source>
        <translation>没有待出件的办件。</translation>
    </message>
</context>
<context>
    <name>ow::ui::CasesPage</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>To be supplemented</source>
        <translation>待补正</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Which cases</source>
        <translation>办件范围</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>Previous and next case</source>
        <translation>上一件、下一件</translation>
    </message>
    <message>
        <source>Look at the case</source>
        <translation>查看办件</translation>
    </message>
    <message>
        <source>Print the open paper</source>
        <translation>打印这份文书</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>临期</translation>
    </message>
    <message>
        <source>To issue</source>
        <translation>待出件</translation>
    </message>
    <message>
        <source>Number, name, item</source>
        <translation>编号、姓名、事项</translation>
    </message>
    <message>
        <source>Filter by number, name, item, identifier or phone</source>
        <translation>按编号、姓名、事项、证件号或电话筛选</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>筛选条件</translation>
    </message>
    <message>
        <source>By state, item, window, days and what is open</source>
        <translation>按状态、事项、窗口、日期和未结情况</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>打开或收起筛选条件</translation>
    </message>
    <message>
        <source>Print the newest paper again</source>
        <translation>再次打印最近的文书</translation>
    </message>
    <message>
        <source>Show or hide the whole numbers</source>
        <translation>显示或隐藏完整号码</translation>
    </message>
    <message>
        <source>What can be done about the case</source>
        <translation>本件可办的事</translation>
    </message>
    <message>
        <source>Compare with an open case of the same applicant</source>
        <translation>与同一申请人的在办件比对</translation>
    </message>
    <message>
        <source>Order by a column, again: backwards</source>
        <translation>按列排序，再按一次倒序</translation>
    </message>
    <message>
        <source>Narrow · %1</source>
        <translation>筛选条件·%1</translation>
    </message>
    <message>
        <source>Scan, of a supplement or the signed promise</source>
        <translation>扫描（补正、承诺书）</translation>
    </message>
</context>
<context>
    <name>ow::ui::ChangePane</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>待批准</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Why it is declined (optional)</source>
        <translation>退回理由（选填）</translation>
    </message>
    <message>
        <source>Why (optional)</source>
        <translation>修改理由（选填）</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准发布</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>送审发布</translation>
    </message>
    <message>
        <source>A second administrator has to approve it.</source>
        <translation>须由另一名管理员批准。</translation>
    </message>
    <message>
        <source>No line to the centre: it waits here until there is one.</source>
        <translation>未连上中心：先存在本机，联网后送出。</translation>
    </message>
    <message>
        <source>Change a number of days to propose a new version.</source>
        <translation>改动天数后即可送审新版本。</translation>
    </message>
    <message>
        <source>It holds at every window from then on.</source>
        <translation>批准后各窗口即按新版本办理。</translation>
    </message>
    <message>
        <source>A second administrator approves it.</source>
        <translation>由另一名管理员批准后生效。</translation>
    </message>
    <message>
        <source>Approval is on its way to the centre</source>
        <translation>批准已送往中心</translation>
    </message>
    <message>
        <source>The proposal is on its way to the centre</source>
        <translation>送审已送往中心</translation>
    </message>
    <message>
        <source>The centre is being told</source>
        <translation>正在告知中心</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Sent from here</source>
        <translation>本机送出</translation>
    </message>
    <message>
        <source>Promised limit</source>
        <translation>承诺时限</translation>
    </message>
    <message>
        <source>0: on the spot</source>
        <translation>0 为即办</translation>
    </message>
    <message>
        <source>%1: promised limit</source>
        <translation>%1：承诺时限</translation>
    </message>
    <message>
        <source>%1: may follow within</source>
        <translation>%1：容缺补交</translation>
    </message>
    <message>
        <source>0: may not follow later</source>
        <translation>0 为不可容缺</translation>
    </message>
    <message>
        <source>days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>Days are whole numbers.</source>
        <translation>天数须为整数。</translation>
    </message>
    <message>
        <source>This change cannot be made.</source>
        <translation>不能这样修改。</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>修改前后</translation>
    </message>
    <message>
        <source>Version %1 waits: proposed by %2, %3.</source>
        <translation>第 %1 版待批准：%2 于 %3 送审。</translation>
    </message>
</context>
<context>
    <name>ow::ui::ChannelButton</name>
    <message>
        <source>&amp;%1 %2</source>
        <translation>&amp;%1 %2</translation>
    </message>
    <message>
        <source>At the window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>网上</translation>
    </message>
    <message>
        <source>By post</source>
        <translation>邮寄</translation>
    </message>
    <message>
        <source>With help</source>
        <translation>帮办代办</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>自助终端</translation>
    </message>
    <message>
        <source>Channel: %1</source>
        <translation>来件方式：%1</translation>
    </message>
</context>
<context>
    <name>ow::ui::ChoiceInput</name>
    <message>
        <source>Choose (1–%1)</source>
        <translation>请选（1–%1）</translation>
    </message>
</context>
<context>
    <name>ow::ui::ComparisonModel</name>
    <message>
        <source>%1, differs: %2, %3</source>
        <translation>%1，不同：%2，%3</translation>
    </message>
    <message>
        <source>%1, the same: %2</source>
        <translation>%1，相同：%2</translation>
    </message>
    <message>
        <source>What</source>
        <translation>比对内容</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>先收</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>后收</translation>
    </message>
    <message>
        <source>On the desk</source>
        <translation>正在收的这件</translation>
    </message>
</context>
<context>
    <name>ow::ui::DateInput</name>
    <message>
        <source>YYYYMMDD</source>
        <translation>如 20261203</translation>
    </message>
</context>
<context>
    <name>ow::ui::DevicePanel</name>
    <message>
        <source>Not set up</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Last used %1</source>
        <translation>上次使用 %1</translation>
    </message>
</context>
<context>
    <name>ow::ui::DevicesPage</name>
    <message>
        <source>Check all devices</source>
        <translation>检查全部设备</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>身份证读卡器</translation>
    </message>
    <message>
        <source>Read a card</source>
        <translation>读一张卡</translation>
    </message>
    <message>
        <source>Which reader</source>
        <translation>读卡器类型</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>CVR library</source>
        <translation>CVR 接口</translation>
    </message>
    <message>
        <source>SDT library</source>
        <translation>SDT 接口</translation>
    </message>
    <message>
        <source>Library of the maker</source>
        <translation>厂家接口库</translation>
    </message>
    <message>
        <source>Code gun</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试扫</translation>
    </message>
    <message>
        <source>Nothing read yet</source>
        <translation>尚未扫过</translation>
    </message>
    <message>
        <source>Read last</source>
        <translation>最近读到</translation>
    </message>
    <message>
        <source>Point the gun at a code of any paper and press its trigger.</source>
        <translation>请把扫码枪对准任一文书上的码，扣动扳机。</translation>
    </message>
    <message>
        <source>Receipt printer, 80 mm</source>
        <translation>小票打印机（80 毫米）</translation>
    </message>
    <message>
        <source>Print a test</source>
        <translation>打印测试小票</translation>
    </message>
    <message>
        <source>Connected by</source>
        <translation>连接方式</translation>
    </message>
    <message>
        <source>Device or network</source>
        <translation>设备或网络</translation>
    </message>
    <message>
        <source>Queue of this PC</source>
        <translation>本机打印队列</translation>
    </message>
    <message>
        <source>Device path or network address</source>
        <translation>设备路径或网络地址</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Printer for papers, A4</source>
        <translation>文书打印机（A4）</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>打印测试页</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>全部文书</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>纸盒</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Default printer of this PC</source>
        <translation>本机默认打印机</translation>
    </message>
    <message>
        <source>%1·not there</source>
        <translation>%1·未找到</translation>
    </message>
    <message>
        <source>As the printer chooses</source>
        <translation>由打印机选择</translation>
    </message>
    <message>
        <source>This PC has no printer queue. The administrator can make one.</source>
        <translation>本机没有打印队列，可请管理员添加。</translation>
    </message>
    <message>
        <source>A paper of this house: elsewhere it opens case %1</source>
        <translation>本大厅文书：在其他页扫描会打开办件 %1</translation>
    </message>
    <message>
        <source>A case number: elsewhere it opens case %1</source>
        <translation>办件编号：在其他页扫描会打开办件 %1</translation>
    </message>
    <message>
        <source>An identifier: elsewhere it is searched for</source>
        <translation>证件号码：在其他页扫描会按它查找</translation>
    </message>
    <message>
        <source>Not a code of this house: elsewhere it is typed where the cursor is</source>
        <translation>不是本大厅的码：在其他页扫描会输入到光标处</translation>
    </message>
    <message>
        <source>Put a card on the reader.</source>
        <translation>请把身份证放到读卡器上。</translation>
    </message>
    <message>
        <source>Read: %1, %2</source>
        <translation>已读到：%1，%2</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印……</translation>
    </message>
    <message>
        <source>Sent. Both edges of the slip must be complete.</source>
        <translation>已送出。小票左右两边应当完整。</translation>
    </message>
    <message>
        <source>Handing it to the printer…</source>
        <translation>正在交给打印机……</translation>
    </message>
    <message>
        <source>Printed on %1. The frame must stand 10 mm from every edge.</source>
        <translation>已在 %1 打印。边框应距纸张四边各 10 毫米。</translation>
    </message>
    <message>
        <source>The job was taken out of the queue.</source>
        <translation>任务已从队列中取消。</translation>
    </message>
    <message>
        <source>Set by the administrator for every window; it cannot be changed here.</source>
        <translation>由管理员统一设置，本窗口不能更改。</translation>
    </message>
</context>
<context>
    <name>ow::ui::DivisionInput</name>
    <message>
        <source>Name or six digits</source>
        <translation>名称或六位代码</translation>
    </message>
</context>
<context>
    <name>ow::ui::DuplicateView</name>
    <message>
        <source>Two different matters</source>
        <translation>两件不同的事</translation>
    </message>
    <message>
        <source>The same, keep both</source>
        <translation>重复，都保留</translation>
    </message>
    <message>
        <source>The same, withdraw the later one</source>
        <translation>重复，撤回后收的一件</translation>
    </message>
    <message>
        <source>Both cases side by side</source>
        <translation>两件并列</translation>
    </message>
    <message>
        <source>Applied for twice?</source>
        <translation>是否重复办件？</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reason, as it goes into the ledger</source>
        <translation>理由，记入台账</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>记录决定</translation>
    </message>
    <message>
        <source>%1, %2 of %3 lines differ</source>
        <translation>%1，%3 行中 %2 行不同</translation>
    </message>
    <message>
        <source>Choose 1, 2 or 3.</source>
        <translation>请按 1、2 或 3 选择。</translation>
    </message>
    <message>
        <source>Say why, in a few words.</source>
        <translation>请简要写明理由。</translation>
    </message>
    <message>
        <source>The same, do not take it in again</source>
        <translation>重复，这件不再收</translation>
    </message>
    <message>
        <source> Record it again when the time is right.</source>
        <translation>时间无误时，请再记录一次。</translation>
    </message>
</context>
<context>
    <name>ow::ui::EmptyDesk</name>
    <message>
        <source>Begin with an item</source>
        <translation>从事项开始</translation>
    </message>
    <message>
        <source>Usual items</source>
        <translation>常办事项</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>暂存</translation>
    </message>
    <message numerus="yes">
        <source>on this device only, %n</source>
        <translation>
            <numerusform>只在本机，%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Other ways to begin</source>
        <translation>也可以这样开始</translation>
    </message>
    <message>
        <source>Find an item by name, alias or pinyin</source>
        <translation>按名称、别名、拼音找事项</translation>
    </message>
    <message>
        <source>The last four of a case number</source>
        <translation>输入办件编号末四位</translation>
    </message>
    <message>
        <source>Neither a power cut nor the lock loses them. Del throws one away, the menu key hands it over.</source>
        <translation>断电、锁屏都不会丢失。Del 删除，菜单键移交。</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>由 %1 移交</translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>还差 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>继续办理</translation>
    </message>
    <message>
        <source>Hand over to %1</source>
        <translation>移交给 %1</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Handed over to %1.</source>
        <translation>已移交给 %1。</translation>
    </message>
    <message>
        <source>What was put aside cannot be shown: %1</source>
        <translation>暂存列表无法显示：%1</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
</context>
<context>
    <name>ow::ui::EnrolForm</name>
    <message>
        <source>Address of the centre</source>
        <translation>中心地址</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>一次性登记码</translation>
    </message>
    <message>
        <source>Enrol this device</source>
        <translation>登记本机</translation>
    </message>
    <message>
        <source>Begin training</source>
        <translation>开始演练</translation>
    </message>
    <message>
        <source>Only to learn</source>
        <translation>只想练习</translation>
    </message>
    <message>
        <source>This device takes real cases only after the centre has given it a window number. The administrator has the address and a code that works once.</source>
        <translation>本机要先向中心登记、取得窗口号，才能正式收件。地址和一次性登记码请向管理员要。</translation>
    </message>
    <message>
        <source>In training everything works, numbers begin with YL, and nothing leaves this device.</source>
        <translation>演练中功能齐全，编号以 YL 开头，内容不离开本机。</translation>
    </message>
    <message>
        <source>Enrolling…</source>
        <translation>正在登记…</translation>
    </message>
    <message>
        <source>Type the address the administrator gave you.</source>
        <translation>请输入管理员给的地址。</translation>
    </message>
    <message>
        <source>Type the code.</source>
        <translation>请输入登记码。</translation>
    </message>
    <message>
        <source>set by the administrator</source>
        <translation>由管理员统一设置</translation>
    </message>
</context>
<context>
    <name>ow::ui::FindingPane</name>
    <message>
        <source>What stands in the way</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>To the field</source>
        <translation>看字段</translation>
    </message>
    <message>
        <source>To the material</source>
        <translation>看材料</translation>
    </message>
    <message numerus="yes">
        <source>%n required field(s) empty.</source>
        <translation>
            <numerusform>还有 %n 个必填项没有填。</numerusform>
        </translation>
    </message>
    <message>
        <source>Every check passed.</source>
        <translation>检查全部通过。</translation>
    </message>
    <message>
        <source>Fields, materials, authority, open cases.</source>
        <translation>填写、材料、管辖、重复件。</translation>
    </message>
    <message>
        <source>To the question</source>
        <translation>去确认</translation>
    </message>
    <message>
        <source>To that case</source>
        <translation>查看该件</translation>
    </message>
</context>
<context>
    <name>ow::ui::FormField</name>
    <message>
        <source>(optional)</source>
        <translation>（选填）</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>为什么：%1</translation>
    </message>
</context>
<context>
    <name>ow::ui::FormPane</name>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写。</translation>
    </message>
    <message>
        <source>Applicant and form</source>
        <translation>申请人与申请表</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Agent and contact</source>
        <translation>经办人与联系方式</translation>
    </message>
    <message>
        <source>What is applied for</source>
        <translation>申请内容</translation>
    </message>
    <message>
        <source>Delivery of the result</source>
        <translation>结果送达</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1（%2–%3 项）</translation>
    </message>
    <message numerus="yes">
        <source>%n required field(s) empty</source>
        <translation>
            <numerusform>还有 %n 项必填</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything required is filled in</source>
        <translation>必填已齐</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>手填</translation>
    </message>
    <message>
        <source>%1, agrees with %2</source>
        <translation>%1，与%2一致</translation>
    </message>
    <message>
        <source>Off the card</source>
        <translation>读卡</translation>
    </message>
    <message>
        <source>As last time</source>
        <translation>沿用</translation>
    </message>
    <message>
        <source>By the code gun</source>
        <translation>扫码</translation>
    </message>
</context>
<context>
    <name>ow::ui::Gate</name>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Not a window of a hall yet</source>
        <translation>还没有登记到大厅窗口</translation>
    </message>
    <message>
        <source>Workday · received today, five working days end on %1</source>
        <translation>工作日·今天收件，五个工作日至 %1</translation>
    </message>
    <message>
        <source>Not a workday · received today, five working days end on %1</source>
        <translation>非工作日·今天收件，五个工作日至 %1</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>大厅</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 条</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Nothing here is real, nothing is sent</source>
        <translation>都不是真件，内容不上传</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>待同步</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Nothing can be written; call the administrator</source>
        <translation>不能办件，请找管理员</translation>
    </message>
    <message>
        <source>Version %1 · %2 items · calendar up to %3</source>
        <translation>版本 %1·%2 个事项·日历到 %3 年</translation>
    </message>
    <message>
        <source> %1 minute(s) to wait.</source>
        <translation>还要等 %1 分钟。</translation>
    </message>
    <message>
        <source>locked this station</source>
        <translation>锁定了本机</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比</translation>
    </message>
    <message>
        <source>Settings of the administrator</source>
        <translation>统一设置</translation>
    </message>
    <message>
        <source>Cannot be read and are left aside: %1</source>
        <translation>有错，未采用：%1</translation>
    </message>
</context>
<context>
    <name>ow::ui::GuidesPage</name>
    <message>
        <source>Guides</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>Which guides</source>
        <translation>哪些指南</translation>
    </message>
    <message>
        <source>All guides</source>
        <translation>全部指南</translation>
    </message>
    <message>
        <source>With remarks</source>
        <translation>有提示的</translation>
    </message>
    <message>
        <source>Name, code or pinyin</source>
        <translation>名称、编码或拼音</translation>
    </message>
    <message>
        <source>Search the guides</source>
        <translation>查找指南</translation>
    </message>
    <message>
        <source>The chosen guide</source>
        <translation>所选指南</translation>
    </message>
    <message>
        <source>List, guide, change</source>
        <translation>列表、指南、修改</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Previous and next guide</source>
        <translation>上一个、下一个指南</translation>
    </message>
    <message>
        <source>All domains</source>
        <translation>全部领域</translation>
    </message>
    <message>
        <source>%1 guide(s)</source>
        <translation>%1 个</translation>
    </message>
    <message>
        <source>No guide fits.</source>
        <translation>没有符合的指南。</translation>
    </message>
</context>
<context>
    <name>ow::ui::HelpPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Find in the manual</source>
        <translation>在手册里查找</translation>
    </message>
    <message>
        <source>Text of the manual</source>
        <translation>手册正文</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Another section</source>
        <translation>上一节、下一节</translation>
    </message>
    <message>
        <source>Read the section</source>
        <translation>读这一节</translation>
    </message>
    <message>
        <source>Back to the page</source>
        <translation>回到原来的页面</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>%1 sections</source>
        <translation>共 %1 节</translation>
    </message>
</context>
<context>
    <name>ow::ui::IntakePage</name>
    <message>
        <source>Intake</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>草稿已存 %1</translation>
    </message>
    <message>
        <source>Applicant and form</source>
        <translation>申请人与申请表</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Put aside, next applicant</source>
        <translation>暂存，换下一位</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>下一区</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>上一区</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>下一条检查结果</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>上一条检查结果</translation>
    </message>
    <message>
        <source>File for the current material</source>
        <translation>给当前材料加文件</translation>
    </message>
    <message>
        <source>Accept, or go to what stands in the way</source>
        <translation>受理，不能受理时去第一处</translation>
    </message>
    <message>
        <source>Paste into the current material</source>
        <translation>粘贴到当前材料</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Material is here</source>
        <translation>材料已收</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Choose a situation or an option</source>
        <translation>选情形、选项</translation>
    </message>
    <message>
        <source>Whom is the answer for? Please enter the applicant's name first.</source>
        <translation>答复写给谁？请先填申请人的名称。</translation>
    </message>
    <message>
        <source>The time is right, go on</source>
        <translation>时间无误，继续</translation>
    </message>
    <message>
        <source>Read the identity card</source>
        <translation>读身份证</translation>
    </message>
    <message>
        <source>Next field with a fault</source>
        <translation>下一处填错</translation>
    </message>
    <message>
        <source>Nothing is wrong in the form.</source>
        <translation>表单没有填错的地方。</translation>
    </message>
    <message>
        <source>Fill in as last time</source>
        <translation>带出上次填写</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>Take the chosen or the last page off</source>
        <translation>移除所选页或最后一页</translation>
    </message>
    <message>
        <source>Throw a draft away, on the list of drafts</source>
        <translation>在暂存列表中删除暂存件</translation>
    </message>
    <message>
        <source>Choose a page of the material; Enter opens it large</source>
        <translation>选材料的一页，Enter 放大</translation>
    </message>
    <message>
        <source>Change the order of pages</source>
        <translation>调整页序</translation>
    </message>
    <message>
        <source>Compared with the original</source>
        <translation>已与原件核对</translation>
    </message>
    <message>
        <source>Large page: turn, cut, level</source>
        <translation>大图：旋转、裁切、纠偏</translation>
    </message>
    <message>
        <source>Large page: zoom, fit, full size</source>
        <translation>大图：缩放、适合窗口、原大</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的步骤。</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>没有可重做的步骤。</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) filled in as last time. Please check them with the applicant.</source>
        <translation>
            <numerusform>已带出 %n 项，请与申请人核对。</numerusform>
        </translation>
    </message>
    <message>
        <source>Thrown away: %1</source>
        <translation>已删除暂存件：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>It is among the drafts again.</source>
        <translation>已恢复到暂存。</translation>
    </message>
    <message>
        <source>Put the card on the reader. F8 again: stop.</source>
        <translation>请把身份证放到读卡器上。再按 F8 停止。</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>已停止读卡。</translation>
    </message>
    <message>
        <source>The card says otherwise than what is typed in %1. What is typed stays; empty the field and press F8 to take the card's.</source>
        <translation>证件与已填写的%1不一致。保留已填内容；要采用证件内容，请清空该栏再按 F8。</translation>
    </message>
    <message>
        <source>The card was read. It is not valid today: valid until %1.</source>
        <translation>证件已读入，但今日不在有效期内：有效期至 %1。</translation>
    </message>
    <message>
        <source>The card was read as the applicant's.</source>
        <translation>已读入申请人证件。</translation>
    </message>
    <message>
        <source>The card was read as the agent's.</source>
        <translation>已读入经办人证件。</translation>
    </message>
    <message>
        <source>Reuse the earlier scan that is offered</source>
        <translation>沿用可用的以往扫描件</translation>
    </message>
    <message>
        <source>Show the next earlier scan</source>
        <translation>看下一份以往扫描件</translation>
    </message>
    <message>
        <source>Noted on both when this application is received.</source>
        <translation>收件时会同时记在两件上。</translation>
    </message>
    <message>
        <source>Pages are still coming in. Please answer when all of them are here.</source>
        <translation>还有页面正在收进，请等全部收齐后再答复。</translation>
    </message>
</context>
<context>
    <name>ow::ui::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>按键表</translation>
    </message>
    <message>
        <source>On the page %1</source>
        <translation>在“%1”页</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>到处可用</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
</context>
<context>
    <name>ow::ui::MainWindow</name>
    <message>
        <source>OneWindow</source>
        <translation>陇运一窗</translation>
    </message>
    <message>
        <source>What the keys do</source>
        <translation>按键表</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Larger type</source>
        <translation>字放大</translation>
    </message>
    <message>
        <source>Smaller type</source>
        <translation>字缩小</translation>
    </message>
    <message>
        <source>Normal type</source>
        <translation>字号 100%</translation>
    </message>
    <message>
        <source>Next empty required field</source>
        <translation>下一个空着的必填项</translation>
    </message>
    <message>
        <source>Back; nothing is lost</source>
        <translation>返回，不丢内容</translation>
    </message>
    <message>
        <source>Training, nothing enters the ledger</source>
        <translation>演练，不进台账</translation>
    </message>
    <message>
        <source>Pages at the left</source>
        <translation>左栏页面</translation>
    </message>
    <message>
        <source>The primary action of the page</source>
        <translation>本页主操作</translation>
    </message>
</context>
<context>
    <name>ow::ui::MaterialList</name>
    <message>
        <source>Scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>or drop files here</source>
        <translation>或拖入文件</translation>
    </message>
</context>
<context>
    <name>ow::ui::MaterialPane</name>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>已收</translation>
    </message>
    <message>
        <source>Cannot be used…</source>
        <translation>不合格…</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>加文件…</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Why it cannot be used; the notice will say it</source>
        <translation>不合格的原因，会写进告知书</translation>
    </message>
    <message>
        <source>Why the material cannot be used</source>
        <translation>材料不合格的原因</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>taking files in…</source>
        <translation>正在收进文件…</translation>
    </message>
    <message>
        <source>%1 of %2 here</source>
        <translation>已齐 %1 / 应交 %2</translation>
    </message>
    <message>
        <source>%1 original(s)</source>
        <translation>原件 %1</translation>
    </message>
    <message>
        <source>%1 copy(ies)</source>
        <translation>复印件 %1</translation>
    </message>
    <message>
        <source>%1 page(s)</source>
        <translation>%1 页</translation>
    </message>
    <message>
        <source>may follow in %1 working days</source>
        <translation>可容缺 %1 个工作日</translation>
    </message>
    <message>
        <source>cannot follow later</source>
        <translation>不可容缺</translation>
    </message>
    <message>
        <source>Please answer</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>not taken in</source>
        <translation>未收进</translation>
    </message>
    <message>
        <source>compared with the original</source>
        <translation>已与原件核对</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>有效至 %1</translation>
    </message>
    <message>
        <source>reused, scan of %1</source>
        <translation>沿用 %1 扫描件</translation>
    </message>
    <message>
        <source>Reuse</source>
        <translation>沿用</translation>
    </message>
</context>
<context>
    <name>ow::ui::MaterialPapers</name>
    <message>
        <source>A page came incomplete. Please scan it again.</source>
        <translation>有一页不完整，请重扫。</translation>
    </message>
    <message>
        <source>Page %1 looks empty. Delete takes it off.</source>
        <translation>第 %1 页像是空白页，按 Delete 可去掉。</translation>
    </message>
    <message>
        <source>Page %1 lies askew. Enter opens it, L levels it.</source>
        <translation>第 %1 页放斜了，按 Enter 打开，按 L 摆正。</translation>
    </message>
    <message>
        <source>There is no scanner here.</source>
        <translation>这里没有扫描仪。</translation>
    </message>
    <message>
        <source>Scanning this page again…</source>
        <translation>正在重扫本页…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Files for this material</source>
        <translation>选这份材料的文件</translation>
    </message>
    <message>
        <source>Papers (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</source>
        <translation>材料 (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</translation>
    </message>
    <message>
        <source>Pasted picture.png</source>
        <translation>粘贴的图片.png</translation>
    </message>
    <message>
        <source>The clipboard holds no picture and no file.</source>
        <translation>剪贴板里没有图片和文件。</translation>
    </message>
</context>
<context>
    <name>ow::ui::OfferRow</name>
    <message>
        <source>Fill in as last time</source>
        <translation>带出上次填写</translation>
    </message>
    <message>
        <source>%1 was here on %2.</source>
        <translation>%1 于 %2 办过。</translation>
    </message>
</context>
<context>
    <name>ow::ui::PagePane</name>
    <message>
        <source>No pages</source>
        <translation>没有页面</translation>
    </message>
    <message>
        <source>%1, page %2 of %3</source>
        <translation>%1，第 %2 页，共 %3 页</translation>
    </message>
    <message>
        <source>No pages were taken in.</source>
        <translation>没有扫描件。</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>This page cannot be shown.</source>
        <translation>此页无法显示。</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>正在读取……</translation>
    </message>
</context>
<context>
    <name>ow::ui::PageSide</name>
    <message>
        <source>Paper valid until</source>
        <translation>证件有效期至</translation>
    </message>
    <message>
        <source>8 digits</source>
        <translation>8 位数字</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>纠偏</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>裁切</translation>
    </message>
    <message>
        <source>Scan this page again</source>
        <translation>重扫本页</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>移除本页</translation>
    </message>
    <message>
        <source>Compared with the original</source>
        <translation>已与原件核对</translation>
    </message>
    <message>
        <source>Cannot be used…</source>
        <translation>不合格…</translation>
    </message>
    <message>
        <source>Back to the materials</source>
        <translation>返回材料</translation>
    </message>
    <message>
        <source>Incomplete: the scanner stopped before the end of the page.</source>
        <translation>不完整：扫描仪没有扫完这一页。</translation>
    </message>
    <message>
        <source>The lines lean by %1°.</source>
        <translation>文字倾斜 %1°，可以纠偏。</translation>
    </message>
    <message>
        <source>As scanned</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未核对</translation>
    </message>
    <message>
        <source>Not a day: eight digits, as in 20280531.</source>
        <translation>日期不对：输 8 位数字，如 20280531。</translation>
    </message>
</context>
<context>
    <name>ow::ui::PageViewer</name>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Fetching the page…</source>
        <translation>正在取页…</translation>
    </message>
    <message>
        <source>This page looks empty.</source>
        <translation>这一页看起来是空白。</translation>
    </message>
    <message>
        <source>Cutting: arrows move the edge, Tab the next, Enter takes it</source>
        <translation>裁切：方向键移边，Tab 换边，Enter 确定</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Fitted to the window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>ow::ui::PaperPages</name>
    <message>
        <source>Pages of the paper</source>
        <translation>文书页面</translation>
    </message>
</context>
<context>
    <name>ow::ui::PaperRows</name>
    <message>
        <source>Received on paper</source>
        <translation>已收纸质件</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>加文件…</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
</context>
<context>
    <name>ow::ui::PaperView</name>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 page(s), %2 %</source>
        <translation>%1 页，%2%</translation>
    </message>
    <message>
        <source>Print no. %1, handing it to the printer…</source>
        <translation>第 %1 次打印，正在交给打印机…</translation>
    </message>
    <message>
        <source>Handing it to the printer…</source>
        <translation>正在交给打印机……</translation>
    </message>
    <message>
        <source>The job was taken out of the queue. The paper is safe and can be printed again.</source>
        <translation>任务已从队列中取消。文书已保存，可以再次打印。</translation>
    </message>
    <message>
        <source>%1 has been printed on %2</source>
        <translation>%1 已在 %2 打印</translation>
    </message>
</context>
<context>
    <name>ow::ui::PasswordEdit</name>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
</context>
<context>
    <name>ow::ui::PersonList</name>
    <message>
        <source>Who are you?</source>
        <translation>选择人员</translation>
    </message>
</context>
<context>
    <name>ow::ui::ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Another case of the same question</source>
        <translation>换一件</translation>
    </message>
    <message>
        <source>Empty the question</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>How far is it?</source>
        <translation>办到哪一步了？</translation>
    </message>
    <message>
        <source>Case number or its last part, code, identifier, phone, name</source>
        <translation>办件编号或后几位、二维码、证件号、电话、姓名</translation>
    </message>
    <message>
        <source>Case number, identifier, phone or name</source>
        <translation>办件编号、证件号、电话或姓名</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>打印小票</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开办件</translation>
    </message>
    <message>
        <source>Type or read in what the person has at hand. From the whole number of a paper or a person nobody else's case is shown.</source>
        <translation>输入或扫描来人手头的编号、证件或电话。输入完整号码，只显示本人的办件。</translation>
    </message>
    <message>
        <source>This window knows of no such case.</source>
        <translation>本窗口没有这样的办件。</translation>
    </message>
    <message>
        <source>%1 more fit: ask for the number.</source>
        <translation>还有 %1 件符合，请问清编号。</translation>
    </message>
    <message>
        <source>%1 case(s), open ones first</source>
        <translation>%1 件，在办的在前</translation>
    </message>
    <message>
        <source>Not all of it is confirmed by the centre or the calendar yet.</source>
        <translation>部分内容尚未经中心确认或待日历更新。</translation>
    </message>
    <message>
        <source>Training: nothing of it is real</source>
        <translation>演练数据，并非真实办件</translation>
    </message>
    <message>
        <source>From this window alone; the centre was never heard</source>
        <translation>仅据本窗口台账，尚未与中心联系</translation>
    </message>
    <message>
        <source>As the centre has it, %1</source>
        <translation>截至 %1 与中心一致</translation>
    </message>
    <message>
        <source>The centre was last heard %1; newer news may be there</source>
        <translation>最近一次与中心联系：%1，之后可能有新进展</translation>
    </message>
</context>
<context>
    <name>ow::ui::PromisePane</name>
    <message>
        <source>The signed promise</source>
        <translation>签署的承诺书</translation>
    </message>
    <message>
        <source>Signed by the applicant, every page</source>
        <translation>申请人已签名，逐页扫描</translation>
    </message>
    <message>
        <source>Files are still being taken in.</source>
        <translation>文件还在收进，请稍候。</translation>
    </message>
    <message>
        <source>Scan the signed promise first.</source>
        <translation>请先扫描签署的承诺书。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the signed promise here.</source>
        <translation>
            <numerusform>承诺书已收 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the promise</source>
        <translation>存档</translation>
    </message>
</context>
<context>
    <name>ow::ui::Rail</name>
    <message>
        <source>Keys F1</source>
        <translation>按键 F1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>ow::ui::RailButton</name>
    <message numerus="yes">
        <source>%n to decide</source>
        <extracomment>Read by a screen reader at a page in the rail.</extracomment>
        <translation>
            <numerusform>%n 项要您决定</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::ReadingPane</name>
    <message>
        <source>until %1</source>
        <translation>%1前补交</translation>
    </message>
    <message>
        <source>%1 page(s)</source>
        <translation>%1 页</translation>
    </message>
    <message>
        <source>received %1</source>
        <translation>%1 收件</translation>
    </message>
    <message>
        <source>promised %1</source>
        <translation>承诺 %1</translation>
    </message>
    <message>
        <source>statutory %1</source>
        <translation>法定 %1</translation>
    </message>
    <message>
        <source>answer by %1</source>
        <translation>%1前答复</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Nothing stood in the way at the decision.</source>
        <translation>决定时各项检查均通过。</translation>
    </message>
    <message>
        <source>Nothing waits to be checked.</source>
        <translation>没有待核的办件。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Form and materials</source>
        <translation>申请表与材料</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>办理记录</translation>
    </message>
</context>
<context>
    <name>ow::ui::RegionBar</name>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>申请表</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Form, %1 open</source>
        <translation>申请表，差 %1 项</translation>
    </message>
    <message>
        <source>Materials, %1 missing</source>
        <translation>材料，缺 %1</translation>
    </message>
    <message>
        <source>Promised %1  by law %2</source>
        <translation>承诺 %1　法定 %2</translation>
    </message>
    <message>
        <source>The dates follow from the form</source>
        <translation>期限填表后判定</translation>
    </message>
</context>
<context>
    <name>ow::ui::ScanPanel</name>
    <message>
        <source>Scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Look for devices</source>
        <translation>查找设备</translation>
    </message>
    <message>
        <source>Stop scanning</source>
        <translation>停止扫描</translation>
    </message>
    <message>
        <source>What the document camera sees</source>
        <translation>高拍仪画面</translation>
    </message>
    <message>
        <source>Scan profile</source>
        <translation>扫描方案</translation>
    </message>
    <message>
        <source>How far the page is</source>
        <translation>本页进度</translation>
    </message>
    <message>
        <source>Scan profile 1 to 9</source>
        <translation>扫描方案 1 至 9</translation>
    </message>
    <message>
        <source>Take picture</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Looking for devices; this may take a minute…</source>
        <translation>正在查找设备，可能需要一分钟…</translation>
    </message>
    <message>
        <source>The first scanner that is there</source>
        <translation>首台可用的扫描仪</translation>
    </message>
    <message>
        <source>The device of this profile has not been found yet</source>
        <translation>尚未找到该方案指定的设备</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n page(s) were kept.</source>
        <translation>
            <numerusform>已停止，已保留 %n 页。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
</context>
<context>
    <name>ow::ui::ScanProfileGroup</name>
    <message>
        <source>Scan profiles</source>
        <translation>扫描方案</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Scan from</source>
        <translation>扫描来源</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色彩</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Add a profile</source>
        <translation>新增方案</translation>
    </message>
    <message>
        <source>Remove this profile</source>
        <translation>删除本方案</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Glass</source>
        <translation>平板</translation>
    </message>
    <message>
        <source>Feeder, one side</source>
        <translation>进纸器，单面</translation>
    </message>
    <message>
        <source>Feeder, both sides</source>
        <translation>进纸器，双面</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>黑白</translation>
    </message>
    <message>
        <source>Set by the administrator for every window; it cannot be changed here.</source>
        <translation>由管理员统一设置，本窗口不能更改。</translation>
    </message>
    <message>
        <source>Nine profiles, as many as there are digits. Remove one to add another.</source>
        <translation>已有九个方案，数字键用完了。先删除一个才能新增。</translation>
    </message>
    <message>
        <source>The last profile stays.</source>
        <translation>最后一个方案不能删除。</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>新方案</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>The first scanner</source>
        <translation>找到的第一台扫描仪</translation>
    </message>
    <message>
        <source>Not found: %1</source>
        <translation>没有找到：%1</translation>
    </message>
</context>
<context>
    <name>ow::ui::SearchBox</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Item, case number, ID number, barcode</source>
        <translation>事项、办件编号、证件号、条码</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>take in</source>
        <translation>开始收件</translation>
    </message>
    <message>
        <source>only the guide</source>
        <translation>只看指南</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Empty the search</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>ow::ui::SearchBridge</name>
    <message>
        <source>By code</source>
        <translation>按事项代码</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>By pinyin %1</source>
        <translation>按拼音 %1</translation>
    </message>
    <message>
        <source>By initials %1</source>
        <translation>按拼音首字母 %1</translation>
    </message>
    <message>
        <source>Close to %1</source>
        <translation>近似 %1</translation>
    </message>
    <message>
        <source>Accepted here</source>
        <translation>本窗受理</translation>
    </message>
    <message>
        <source>Received and passed on</source>
        <translation>收件转办</translation>
    </message>
    <message>
        <source>Advice only</source>
        <translation>只作咨询</translation>
    </message>
    <message>
        <source>promised %1 working days</source>
        <translation>承诺 %1 个工作日</translation>
    </message>
    <message>
        <source>on the spot</source>
        <translation>当场办结</translation>
    </message>
    <message>
        <source>also called %1</source>
        <translation>又名“%1”</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>begin or open</source>
        <translation>收件或打开</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>By case number, %1 found</source>
        <translation>按办件编号查找，%1 条</translation>
    </message>
    <message>
        <source>By identifier, %1 found</source>
        <translation>按证件号查找，%1 条</translation>
    </message>
    <message>
        <source>By telephone, %1 found</source>
        <translation>按电话查找，%1 条</translation>
    </message>
    <message>
        <source>Items and names, %1 found</source>
        <translation>事项和姓名，%1 条</translation>
    </message>
    <message>
        <source>Items, %1 found</source>
        <translation>事项，%1 条</translation>
    </message>
    <message>
        <source>How far is it?</source>
        <translation>办到哪一步了？</translation>
    </message>
    <message>
        <source>Answer the applicant, in sentences to be read out</source>
        <translation>答复申请人，可照着读</translation>
    </message>
</context>
<context>
    <name>ow::ui::SearchPopup</name>
    <message>
        <source>Results</source>
        <translation>搜索结果</translation>
    </message>
</context>
<context>
    <name>ow::ui::SectionHeader</name>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已折起</translation>
    </message>
</context>
<context>
    <name>ow::ui::SettingsPage</name>
    <message>
        <source>Change the password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比</translation>
    </message>
    <message>
        <source>Size of type</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Belongs to the user of this computer. Ctrl with +, − and 0 changes the size as well.</source>
        <translation>属于这台电脑的当前用户。字号也可以用 Ctrl 加 +、−、0 调整。</translation>
    </message>
    <message>
        <source>The language changes when the program is started again.</source>
        <translation>下次启动程序时更换语言。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Lock when untouched for</source>
        <translation>无人操作多久后锁定</translation>
    </message>
    <message>
        <source>Never by itself</source>
        <translation>不自动锁定</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Belongs to this window. Ctrl+L locks at once; nothing on the desk is lost.</source>
        <translation>属于本窗口。按 Ctrl+L 立即锁定，正在办的件不会丢。</translation>
    </message>
    <message>
        <source>The administrator allows %1 minutes at most.</source>
        <translation>管理员规定最长 %1 分钟。</translation>
    </message>
    <message>
        <source>Printers and devices</source>
        <translation>打印机与设备</translation>
    </message>
    <message>
        <source>Open the devices page</source>
        <translation>打开设备页</translation>
    </message>
    <message>
        <source>Printers are set by the administrator for every window; the devices page shows them.</source>
        <translation>打印机由管理员统一设置，可在设备页查看。</translation>
    </message>
    <message>
        <source>Printer and tray of each paper, card reader and receipt printer stand on the devices page.</source>
        <translation>各种文书的打印机和纸盒、读卡器、小票打印机都在设备页。</translation>
    </message>
    <message>
        <source>My password</source>
        <translation>我的密码</translation>
    </message>
    <message>
        <source>Password now</source>
        <translation>现在的密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>再输一遍新密码</translation>
    </message>
    <message>
        <source>Set by the administrator for every window.</source>
        <translation>由管理员统一设置，不能更改。</translation>
    </message>
    <message>
        <source>set by the administrator</source>
        <translation>由管理员统一设置</translation>
    </message>
    <message>
        <source>Training has one password for everybody; the sign-in page shows it.</source>
        <translation>演练时大家用同一个密码，登录页上有。</translation>
    </message>
    <message>
        <source>Type the password now, and the new one twice.</source>
        <translation>输入现在的密码，新密码输两遍。</translation>
    </message>
    <message>
        <source>The new passwords differ.</source>
        <translation>两遍新密码不一样。</translation>
    </message>
    <message>
        <source>The new password is the old one.</source>
        <translation>新密码与现在的相同。</translation>
    </message>
    <message>
        <source>The password is changed. Use it from the next time.</source>
        <translation>密码已修改，下次登录起用新密码。</translation>
    </message>
</context>
<context>
    <name>ow::ui::Shell</name>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Notice given</source>
        <translation>已一次性告知</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>No permit needed</source>
        <translation>不需许可</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已记入台账</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Paper %1</source>
        <translation>文书 %1</translation>
    </message>
    <message>
        <source>Paper %1 is still to be printed</source>
        <translation>文书 %1 待打印</translation>
    </message>
    <message>
        <source>%1: %2 · %3</source>
        <translation>%1：%2·%3</translation>
    </message>
    <message>
        <source>Open paper</source>
        <translation>打开文书</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>Received, to be answered</source>
        <translation>已收件，待答复</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>已转办</translation>
    </message>
    <message>
        <source>Decided, to be fetched</source>
        <translation>已办结，待领取</translation>
    </message>
    <message>
        <source>Decided and handed over</source>
        <translation>已办结，已送达</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Set by the administrator for every window.</source>
        <translation>由管理员统一设置，不能更改。</translation>
    </message>
    <message>
        <source>Something is still being written. Please sign out when it is done.</source>
        <translation>还有内容正在写入台账，请写完后再签退。</translation>
    </message>
    <message>
        <source>You are still signed in: what is open could not be saved. %1</source>
        <translation>未签退：当前内容没有存上。%1</translation>
    </message>
</context>
<context>
    <name>ow::ui::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>OneWindow</source>
        <translation>陇运一窗</translation>
    </message>
    <message>
        <source>Work number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Caps lock is on.</source>
        <translation>大写锁定已开。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Set this device up</source>
        <translation>首次启动</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>其他人员…</translation>
    </message>
    <message>
        <source>work number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Type %1</source>
        <translation>字号 %1</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Locked until %1; the administrator can reset it.</source>
        <translation>密码错误次数太多，%1 前不能登录；管理员可以重置。</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Type your work number.</source>
        <translation>请输入工号。</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>Training on or off</source>
        <translation>切换演练</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接手</translation>
    </message>
</context>
<context>
    <name>ow::ui::SituationPane</name>
    <message>
        <source>by law %1 d</source>
        <translation>法定 %1 日</translation>
    </message>
    <message>
        <source>Guide and situation</source>
        <translation>指南与情形</translation>
    </message>
    <message>
        <source>%1: does this apply? %2</source>
        <translation>%1：是否属于“%2”？</translation>
    </message>
    <message>
        <source>1 Yes</source>
        <translation>1 是</translation>
    </message>
    <message>
        <source>2 No</source>
        <translation>2 否</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>受理条件</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>Department: %1</source>
        <translation>牵头：%1</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>结果：%1</translation>
    </message>
    <message>
        <source>Fee: %1</source>
        <translation>收费：%1</translation>
    </message>
    <message>
        <source>No fee</source>
        <translation>不收费</translation>
    </message>
    <message>
        <source>Visits: %1</source>
        <translation>到场次数：%1</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>为什么：%1</translation>
    </message>
    <message>
        <source>follows from the form</source>
        <translation>填表后判定</translation>
    </message>
    <message>
        <source>by the rules</source>
        <translation>自动判定</translation>
    </message>
</context>
<context>
    <name>ow::ui::StationLock</name>
    <message>
        <source>Lock this station</source>
        <translation>锁定本机</translation>
    </message>
</context>
<context>
    <name>ow::ui::StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>ow::ui::Strip</name>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Network fine</source>
        <translation>网络正常</translation>
    </message>
    <message>
        <source>Offline, work goes on</source>
        <translation>离线，照常办理</translation>
    </message>
    <message>
        <source>Refused by the centre</source>
        <translation>中心拒绝连接</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待同步</translation>
    </message>
    <message>
        <source> · oldest %1 min</source>
        <translation>·最久 %1 分钟</translation>
    </message>
    <message>
        <source>Received here today</source>
        <translation>本窗今日收件</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Devices to be seen to: %1</source>
        <translation>设备待处理 %1</translation>
    </message>
</context>
<context>
    <name>ow::ui::SupplementPane</name>
    <message>
        <source>Promised materials</source>
        <translation>补交容缺材料</translation>
    </message>
    <message>
        <source>Supplement</source>
        <translation>补正</translation>
    </message>
    <message>
        <source>was promised for %1, now late</source>
        <translation>承诺 %1 补交，已过期</translation>
    </message>
    <message>
        <source>promised for %1</source>
        <translation>承诺 %1 补交</translation>
    </message>
    <message>
        <source>Received on paper: %1</source>
        <translation>已收纸质件：%1</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>不涉及</translation>
    </message>
    <message>
        <source>to correct</source>
        <translation>待更正</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Files are still being taken in.</source>
        <translation>文件还在接收。</translation>
    </message>
    <message>
        <source>Nothing is here yet.</source>
        <translation>还没有收到材料。</translation>
    </message>
    <message numerus="yes">
        <source>%n of the promised material(s) here.</source>
        <translation>
            <numerusform>已收到 %n 项容缺材料。</numerusform>
        </translation>
    </message>
    <message>
        <source>Record the supply</source>
        <translation>记录补交</translation>
    </message>
    <message>
        <source>Everything the notice asked for is here.</source>
        <translation>告知的内容已全部补齐。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) of the notice still missing; it is kept until they come.</source>
        <translation>
            <numerusform>告知的内容还差 %n 项，已收的先暂存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Receive the supplement, answer later</source>
        <translation>先收补正，另行答复</translation>
    </message>
    <message>
        <source>Do not accept, for what is missing</source>
        <translation>补正不全，不予受理</translation>
    </message>
    <message>
        <source>Second notice (chief)</source>
        <translation>再次告知（首席代表）</translation>
    </message>
    <message>
        <source>What is waited for</source>
        <translation>等待补交的材料</translation>
    </message>
</context>
<context>
    <name>ow::ui::TableInput</name>
    <message>
        <source>Add a row</source>
        <translation>加一行</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>删这一行</translation>
    </message>
</context>
<context>
    <name>ow::ui::TodayPage</name>
    <message>
        <source>Checked: nothing to object</source>
        <translation>已核，无意见</translation>
    </message>
    <message>
        <source>Return to the window, with the reason</source>
        <translation>退回窗口，写明理由</translation>
    </message>
    <message>
        <source>Previous and next case</source>
        <translation>上一件、下一件</translation>
    </message>
    <message>
        <source>Choose several that were shown</source>
        <translation>选中看过的多件</translation>
    </message>
    <message>
        <source>Next page of the materials</source>
        <translation>材料下一页</translation>
    </message>
    <message>
        <source>Previous page of the materials</source>
        <translation>材料上一页</translation>
    </message>
    <message>
        <source>Checked: %1 cases</source>
        <translation>已核 %1 件</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已核</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Only a chief representative checks and returns.</source>
        <translation>只有首席代表可以核办和退回。</translation>
    </message>
    <message>
        <source>Esc: leave it</source>
        <translation>Esc 放弃退回</translation>
    </message>
    <message>
        <source>Everything of today is checked.</source>
        <translation>今天的都已核完。</translation>
    </message>
    <message>
        <source>Still to check: %1</source>
        <translation>还有 %1 件待核</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Cases to check</source>
        <translation>待核办件</translation>
    </message>
    <message>
        <source>The chosen case</source>
        <translation>所选办件</translation>
    </message>
    <message>
        <source>Why it goes back</source>
        <translation>退回理由</translation>
    </message>
    <message>
        <source>Why it goes back, and what to do</source>
        <translation>为什么退回，要怎么办</translation>
    </message>
    <message>
        <source>Return to the window</source>
        <translation>退回窗口</translation>
    </message>
    <message>
        <source>To check %1·Checked %2·Returned %3</source>
        <translation>待核 %1·已核 %2·退回 %3</translation>
    </message>
    <message>
        <source>·only the first %1 are looked at</source>
        <translation>·只看前 %1 件</translation>
    </message>
    <message>
        <source>%1 checked; %2 moved on meanwhile, look at them again</source>
        <translation>已核 %1 件；%2 件其间有变动，请再看</translation>
    </message>
    <message>
        <source>%1 checked</source>
        <translation>已核 %1 件</translation>
    </message>
    <message>
        <source>Returned to the window</source>
        <translation>已退回窗口</translation>
    </message>
    <message>
        <source>Look at each of the chosen cases first.</source>
        <translation>请先逐件看过所选办件。</translation>
    </message>
</context>
<context>
    <name>ow::ui::TopBar</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>ow::ui::TopicList</name>
    <message>
        <source>Sections of the manual</source>
        <translation>手册目录</translation>
    </message>
</context>
<context>
    <name>ow::ui::TrainingPage</name>
    <message>
        <source>Start over, empty</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>A sample day</source>
        <translation>样例一天</translation>
    </message>
    <message>
        <source>Look at the cases</source>
        <translation>看办件</translation>
    </message>
    <message>
        <source>What training is</source>
        <translation>演练是什么</translation>
    </message>
    <message>
        <source>Everything works as at a real window: forms, checks, papers, devices.</source>
        <translation>一切与正式窗口相同：填表、检查、文书、设备都能用。</translation>
    </message>
    <message>
        <source>Numbers begin with YL, papers carry a watermark, and nothing leaves this computer.</source>
        <translation>编号以 YL 开头，文书带水印，任何内容都不离开这台电脑。</translation>
    </message>
    <message>
        <source>Training has a ledger of its own; it never becomes a real case, and nothing can go wrong.</source>
        <translation>演练有自己的台账，不会变成正式办件，怎么练都不会出错。</translation>
    </message>
    <message>
        <source>Fills a fresh ledger with made-up cases of the last days: accepted, accepted with a promise that ends soon or is overdue, waiting for a supplement, supplemented, not accepted, passed on, only received, done on the spot, and a draft.</source>
        <translation>在一本新台账里做出最近几天的样例：已受理、容缺快到期和已逾期、待补正、已补正、不予受理、已转办、只收件、当场办结，还有一件暂存。人和单位都是编造的。</translation>
    </message>
    <message>
        <source>Begins with an empty ledger. Both keep what was practised: the ledger before is moved into a folder named after the time, beside the new one, and nothing is deleted.</source>
        <translation>换一本空的台账。两个按钮都保留练过的内容：原来的台账移到旁边以时间命名的文件夹里，什么都不删除。</translation>
    </message>
    <message>
        <source>Sample cases made</source>
        <translation>已做出的样例</translation>
    </message>
    <message>
        <source>%1 sample applications are there. The cases page shows them.</source>
        <translation>已做出 %1 件样例，到办件页查看。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>An empty ledger is open; the one before was moved aside.</source>
        <translation>已换上空台账，原来的移到了旁边。</translation>
    </message>
    <message>
        <source>Sample application %1 of %2</source>
        <translation>正在做第 %1 件样例，共 %2 件</translation>
    </message>
</context>
<context>
    <name>ow::ui::UnmaskRow</name>
    <message>
        <source>Show the whole numbers</source>
        <translation>显示完整号码</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>What for? The ledger notes it.</source>
        <translation>用途（记入台账）：</translation>
    </message>
    <message>
        <source>Masked again in %1 s</source>
        <translation>%1 秒后恢复隐藏</translation>
    </message>
</context>
<context>
    <name>ow::ui::WordInput</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>ow::ui::YesNoInput</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
</TS>
