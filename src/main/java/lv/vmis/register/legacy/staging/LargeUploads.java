package lv.vmis.register.legacy.staging;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** Exports are larger than any other form may be: their one address has a servlet with a limit of its own, and all others keep theirs. */
@Configuration(proxyBeanMethods = false)
class LargeUploads {

    @Bean
    static ServletRegistrationBean<DispatcherServlet> exportUploads(
            WebApplicationContext context,
            MultipartProperties properties,
            @Value("${register.legacy.largest}") DataSize largest) {
        var servlet = new ServletRegistrationBean<>(new DispatcherServlet(context), OldFilePages.PUT);
        servlet.setName("exportUploads");
        servlet.setMultipartConfig(new MultipartConfigElement("", largest.toBytes(), largest.toBytes(), (int)
                properties.getFileSizeThreshold().toBytes()));
        return servlet;
    }
}
