package io.waypost.app.money;

/**
 * To whom money goes (收款人). Personal data: kept enciphered, shown masked.
 *
 * @param way where to
 * @param account the number of the card, or the account at the wallet
 * @param name whose it is
 */
public record Payee(Way way, String account, String name) {

    /** Ways of being paid. */
    public enum Way {
        BANK_CARD,
        ALIPAY,
        WECHAT
    }

    /** Without the account and the name, so that no log has them. */
    @Override
    public String toString() {
        return "Payee[" + way + "]";
    }
}
