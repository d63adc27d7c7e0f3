package io.waypost.app.wechat;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where WeChat is ({@code waypost.wechat.*}).
 *
 * @param api its interface; another one for tests and for networks that go out by a relay
 * @param timeout after how long an answer is given up
 */
@ConfigurationProperties("waypost.wechat")
record WechatSettings(@DefaultValue("https://api.weixin.qq.com") URI api, @DefaultValue("10s") Duration timeout) {}
