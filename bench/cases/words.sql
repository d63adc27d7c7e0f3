-- The same made-up cases on both sides: what customers say, in Chinese, by number. 16 causes, 4,096 roads, 20 goods, 12 demands.
create function pg_temp.mixed(i bigint, salt int) returns bigint language sql immutable as
    $$ select ((i + salt * 7919) * 2654435761 % 4294967296) / 256 $$;

create function pg_temp.cause(i bigint) returns text language sql immutable as $$
    select (array['外包装破损', '内件短少', '物流停滞', '派送延误', '错分错发', '虚假签收', '未按址投递', '态度恶劣', '丢失', '费用争议',
                  '改址未执行', '拦截未成功', '代收货款未返', '退回未收到', '冷链化冻', '违规代签'])[1 + pg_temp.mixed(i, 1) % 16] $$;

create function pg_temp.road(i bigint) returns text language sql immutable as $$
    select (array['春', '和', '建', '人', '中', '解', '光', '文', '体', '青', '长', '天', '南', '北', '东', '西', '新', '华', '兴', '富', '安', '平', '永', '福', '金', '银', '玉', '红', '星', '月', '云', '海',
                  '江', '河', '湖', '山', '石', '桥', '林', '松', '柏', '梅', '兰', '竹', '菊', '荷', '龙', '凤', '鹤', '燕', '学', '府', '科', '创', '工', '农', '商', '贸', '港', '汇', '通', '达', '顺', '宁'])[1 + pg_temp.mixed(i, 2) % 64]
        || (array['熙', '园', '设', '民', '山', '放', '明', '化', '育', '年', '安', '河', '京', '门', '湖', '苑', '村', '强', '业', '康', '泰', '乐', '昌', '寿', '沙', '川', '泉', '旗', '辰', '牙', '岭', '滨',
                  '畔', '堤', '心', '水', '桥', '头', '荫', '涛', '树', '岗', '亭', '林', '圃', '塘', '腾', '鸣', '翔', '归', '院', '前', '技', '新', '人', '场', '城', '易', '口', '丰', '衢', '观', '德', '波'])[1 + pg_temp.mixed(i, 3) % 64]
        || '路' $$;

create function pg_temp.note(i bigint) returns text language sql immutable as $$
    select '客户来电反映' || pg_temp.cause(i) || '，收件地址' || pg_temp.road(i) || (pg_temp.mixed(i, 4) % 300 + 1) || '号，寄的是'
        || (array['水果', '手机', '衣服', '药品', '证件', '图书', '茶叶', '海鲜', '化妆品', '电脑', '鞋子', '玩具', '奶粉', '合同', '酒水', '家具', '乐器', '配件', '食品', '鲜花'])[1 + pg_temp.mixed(i, 5) % 20]
        || '，要求'
        || (array['今日送达', '尽快核实', '退回寄件人', '赔偿损失', '主管回电', '书面答复', '重新派送', '改送驿站', '说明原因', '道歉', '退还运费', '提供底单'])[1 + pg_temp.mixed(i, 6) % 12] $$;

create function pg_temp.waybill(i bigint) returns text language sql immutable as $$ select 'YT' || (7000000000000 + i) $$;
