package lv.vmis.register.edge;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import lv.vmis.pages.StaticTemplates;
import lv.vmis.pages.Templates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.RegisterClock;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.http.CacheControl;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How pages are served: rights before handlers, frames as arguments, assets kept by browsers, one clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EdgeSettings.class)
@EnableScheduling
@EnableTransactionManagement(order = 0)
class Web implements WebMvcConfigurer {

    private final FrameResolver frames;
    private final KeptForms kept;
    private final UnsentForms unsent;

    Web(
            @org.springframework.context.annotation.Lazy FrameResolver frames,
            @org.springframework.context.annotation.Lazy KeptForms kept,
            @org.springframework.context.annotation.Lazy UnsentForms unsent) {
        this.frames = frames;
        this.kept = kept;
        this.unsent = unsent;
    }

    @Bean
    static Clock clock() {
        return new RegisterClock(Clock.systemUTC());
    }

    @Bean
    static Templates templates() {
        return new StaticTemplates();
    }

    /** A refused action leaves nothing behind, also when it noticed late. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor rollbackOnRefusal() {
        MethodInterceptor advice = call -> {
            var result = call.proceed();
            if (result instanceof Outcome.Refused<?>) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            }
            return result;
        };
        var advisor = new DefaultPointcutAdvisor(
                new AnnotationMatchingPointcut(lv.vmis.register.kernel.Action.class, true), advice);
        advisor.setOrder(1);
        return advisor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Rights());
        registry.addInterceptor(new FieldNames());
        registry.addInterceptor(kept);
        registry.addInterceptor(unsent);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(frames);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }
}
