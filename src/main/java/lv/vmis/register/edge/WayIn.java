package lv.vmis.register.edge;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** A way for officials to sign in, added to the pages of the register. Implemented by accounts. */
public interface WayIn {

    void open(HttpSecurity http);
}
