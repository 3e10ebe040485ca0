package lv.vmis.register;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The Register of Removed Foreigners and Entry Bans: one process, one database. */
@Modulithic(systemName = "Register", sharedModules = "kernel")
@SpringBootApplication
public class Register {

    public static void main(String[] args) {
        SpringApplication.run(Register.class, args);
    }
}
